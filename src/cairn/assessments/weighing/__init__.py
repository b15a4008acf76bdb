"""A mark beside what the records say: what they suggest, where the two differ, and what to look at before it goes on."""
