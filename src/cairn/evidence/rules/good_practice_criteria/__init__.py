"""Rules for the Good Practice Criteria; thresholds after evidence.md 4.2."""
