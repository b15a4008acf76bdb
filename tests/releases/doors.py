"""Who comes in at the doors of released tables (tests/test_doors.py)."""

from datetime import date

from cairn.releases import actions
from cairn.releases.kinds import KINDS
from tests.money.factories import a_grant, a_line

READ = ("releases", "release", "release_export")
MAKE = ("release_new", "release_withdraw")
HEADS, READERS = {"coordinator"}, {"coordinator", "funder"}
MAY = dict.fromkeys(READ, READERS) | dict.fromkeys(MAKE, HEADS)
DEEDS: dict[str, set[str]] = {}
ADDRESSES = {
    "releases": ["practice"],
    "release_new": ["practice"],
    "release": ["practice", "release"],
    "release_withdraw": ["practice", "release"],
    "release_export": ["practice", "release", "=csv"],
}
NOTHING = {"release": 987_654}


def furnish(at):
    a_line(a_grant(at.practice, at.coordinator, funder="Fund for Tables"), at.coordinator)
    kind, days = KINDS["budget"], (date(2025, 1, 1), date(2025, 6, 30))
    seen = actions.checked(kind, at.practice, *days, rounded=False).digest
    made = actions.release(
        practice=at.practice, kind=kind, days=days, rounded=False, title="Money", seen=seen, by=at.coordinator
    )
    return {"release": made.pk}
