from cairn.evidence.enums import Outcome, Strength
from tests.evidence.cases import Case, compare, nothing
from tests.evidence.more import left

CASES = [
    Case("nothing", nothing, Outcome.NO_DATA, Strength.NOTHING),
    Case("nobody left a year ago yet", lambda world: left(world, 3, "yes"), Outcome.NO_DATA, Strength.NOTHING),
    Case("nobody asked them", lambda world: left(world, 12, "", ""), Outcome.NOT_SUPPORTED, Strength.NOTHING),
    Case("one of four was reached", lambda world: left(world, 12, "yes", "", "", ""), Outcome.PARTLY, Strength.TOLD),
    Case("reached, and what they gained is gone", lambda world: left(world, 12, "no", "no", "yes"), Outcome.PARTLY, Strength.TOLD),
    Case("reached, and what they gained is not known", lambda world: left(world, 12, "unknown"), Outcome.PARTLY, Strength.TOLD),
    Case("most still have it", lambda world: left(world, 12, "yes", "yes", "no"), Outcome.SUPPORTED, Strength.CONFIRMED),
]  # fmt: skip


def test_case(world, case):
    compare(world, case, "S4", "cairn-sustainability")
