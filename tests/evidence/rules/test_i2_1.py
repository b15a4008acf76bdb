from cairn.evidence.enums import Outcome, Strength
from tests.evidence.cases import Case, compare, nothing
from tests.evidence.people import signed


def acted(world, *days, late=0, aim="receiving"):
    for ago in days:
        world.record("community_action", world.ago(ago), day="held_on", late=late, aim=aim)


def changed(world, ago=40, late=0, **said):
    acted(world, 300, 210, 120, 30, late=late)
    world.record("receiving_change", world.ago(ago), day="since", late=late, **said)


def confirmed(world):
    changed(world, confirmed_on=world.ago(20), confirmed_by="Town hall, front desk")


CASES = [
    Case("nothing", nothing, Outcome.NO_DATA, Strength.NOTHING),
    Case("actions for the common good only", lambda world: acted(world, 30, aim="common-good"), Outcome.NO_DATA, Strength.NOTHING),
    Case("one action", lambda world: acted(world, 30), Outcome.PARTLY, Strength.TOLD),
    Case("one a quarter, nothing changed", lambda world: acted(world, 300, 210, 120, 30), Outcome.PARTLY, Strength.TOLD),
    Case("and something changed", changed, Outcome.SUPPORTED, Strength.COUNTED),
    Case("a change two years ago", lambda world: changed(world, ago=500), Outcome.PARTLY, Strength.TOLD),
    Case("and confirmed", confirmed, Outcome.SUPPORTED, Strength.COUNTED),
    Case("confirmed, and a statement signed", lambda world: (confirmed(world), signed(world, "I2.1")), Outcome.SUPPORTED, Strength.CONFIRMED),
    Case("entered months later", lambda world: changed(world, late=40), Outcome.SUPPORTED, Strength.TOLD, backdated=True),
    Case("long ago", lambda world: acted(world, 300, 210), Outcome.PARTLY, Strength.NOTHING, stale=True),
]  # fmt: skip


def test_case(world, case):
    compare(world, case, "I2.1")
