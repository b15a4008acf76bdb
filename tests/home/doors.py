"""Who comes in at the doors of home (tests/test_doors.py)."""

MAY = {"records": {"coordinator", "social_worker"}}
DEEDS: dict[str, set[str]] = {}
ADDRESSES = {"records": ["practice"]}
NOTHING: dict[str, object] = {}


def furnish(at):
    return {}
