"""What can be done with what people said. Access is the caller's to check: views load through facts. Each part is a file."""
