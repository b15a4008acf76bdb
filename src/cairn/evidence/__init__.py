"""What a practice's own records say of each checklist item. A rule suggests; a person decides."""
