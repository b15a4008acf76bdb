from cairn.evidence.enums import Outcome, Strength
from tests.evidence.cases import Case, compare, nothing


def sent(world, *levels, days=30, late=0, status="sent", own_data=True):
    for level in levels:
        world.record("policy_recommendation", world.ago(days), day="sent_on", late=late, level=level, status=status, own_data=own_data)  # fmt: skip


CASES = [
    Case("nothing", nothing, Outcome.NO_DATA, Strength.NOTHING),
    Case("one recommendation", lambda world: sent(world, "local"), Outcome.PARTLY, Strength.TOLD),
    Case("two at one level", lambda world: sent(world, "local", "local"), Outcome.PARTLY, Strength.TOLD),
    Case("two levels, no figures of one’s own", lambda world: sent(world, "local", "national", own_data=False), Outcome.PARTLY, Strength.TOLD),
    Case("two levels", lambda world: sent(world, "local", "national"), Outcome.SUPPORTED, Strength.COUNTED),
    Case("two levels, answered", lambda world: sent(world, "local", "national", status="answered"), Outcome.SUPPORTED, Strength.CONFIRMED),
    Case("entered months later", lambda world: sent(world, "local", "national", days=60, late=31), Outcome.SUPPORTED, Strength.TOLD, backdated=True),
    Case("more than a year ago", lambda world: sent(world, "local", "national", days=400), Outcome.NO_DATA, Strength.NOTHING),
]  # fmt: skip


def test_case(world, case):
    compare(world, case, "P2.1")
