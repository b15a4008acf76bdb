"""`./cairn bench`: figures as ratios to a floor or peer measured beside them; see __main__.py."""
