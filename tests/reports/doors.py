"""Who comes in at the doors of reports that hold records on people (tests/test_doors.py)."""

MAY = {"skills_export": {"social_worker"}}
DEEDS = {}
ADDRESSES = {"skills_export": ["participant", "=pdf"]}
NOTHING = {}


def furnish(at):
    return {}
