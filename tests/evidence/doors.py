"""Who comes in at the doors of evidence (tests/test_doors.py)."""

SEERS = {"coordinator", "social_worker", "mediator"}
MAY = dict.fromkeys(("evidence", "evidence_of"), SEERS)
DEEDS: dict[str, set[str]] = {}
ADDRESSES = {"evidence": ["practice"], "evidence_of": ["practice", "=good-practice-criteria"]}
NOTHING: dict[str, object] = {}


def furnish(at):
    """Nothing needs to be there: a page of evidence shows what is missing."""
    return {}
