"""Staff without a network: the OpenRosa door for ODK Collect, and our own pages that keep what was written until it arrives."""
