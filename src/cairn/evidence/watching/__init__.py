"""The database itself notes which tables of a practice changed, whoever changed them: an action, a bulk update, a person at its console.

Every table of the rooms that rules read has triggers that add a line to `evidence_changed`. They are put up after each migration and taken
down before it (SQLite rebuilds tables, and loses or trips over their triggers), so whoever changes this package adds an empty migration.
Why triggers: docs/decisions/0016.
"""

from cairn.evidence.watching.paths import PRACTICE, RECORD, ROOMS, watched
from cairn.evidence.watching.triggers import THERE, put_up, take_down

__all__ = ["PRACTICE", "RECORD", "ROOMS", "THERE", "put_up", "take_down", "watched"]
