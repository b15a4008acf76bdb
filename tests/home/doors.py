"""Who comes in at the doors of home (tests/test_doors.py)."""

TEAM = {"coordinator", "social_worker"}
MAY = {"records": TEAM, "figures": TEAM, "figures_export": TEAM}
DEEDS: dict[str, set[str]] = {}
ADDRESSES = {
    "records": ["practice"],
    "figures": ["practice"],
    "figures_export": ["practice", "=attendance", "=csv"],
}
NOTHING: dict[str, object] = {}


def furnish(at):
    return {}
