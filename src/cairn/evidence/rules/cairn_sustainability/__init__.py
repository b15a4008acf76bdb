"""Rules for Cairn's own questions about what stays; thresholds after evidence.md 4.2."""
