"""What was written without a network becomes a record."""
