"""What programs can do, one file per noun. Each is a router that root.py puts together."""
