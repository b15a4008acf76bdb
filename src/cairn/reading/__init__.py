"""Reading assessed documents: from a file to a Reading, without touching a database."""
