"""What is true of what people said: reads only. Each part is a file."""
