"""Everything that those who keep a practice’s records see of forms: their door is `urls`."""
