"""What is asked about what people said. Each part is a file."""
