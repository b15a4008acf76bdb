"""What a device takes along, and what is known of what it brings."""
