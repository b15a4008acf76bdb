from cairn.evidence.enums import Outcome, Strength
from tests.evidence.cases import Case, compare, nothing


def checked(world, days=60, late=0, **said):
    made = {"type": "harm"} | said
    world.record("document", world.ago(days), day="adopted_on", late=late, **made)


CASES = [
    Case("nothing", nothing, Outcome.NO_DATA, Strength.NOTHING),
    Case("another document", lambda world: checked(world, type="manual"), Outcome.NO_DATA, Strength.NOTHING),
    Case("checked two years ago", lambda world: checked(world, 700), Outcome.PARTLY, Strength.NOTHING, stale=True),
    Case("checked two years ago, and again this year", lambda world: checked(world, 700, reviewed_on=world.ago(40)), Outcome.SUPPORTED, Strength.COUNTED),
    Case("checked this year", checked, Outcome.SUPPORTED, Strength.COUNTED),
    Case("entered months later", lambda world: checked(world, late=50), Outcome.SUPPORTED, Strength.TOLD, backdated=True),
]  # fmt: skip


def test_case(world, case):
    compare(world, case, "S6", "cairn-sustainability")
