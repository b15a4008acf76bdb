"""What forms’ expressions mean; `expressions` is the door."""
