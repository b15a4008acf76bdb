"""From a file's bytes to its lines: one file per type."""
