from cairn.evidence.enums import Outcome, Strength
from tests.evidence.cases import Case, compare, nothing


def used(world, extent, days=60, late=0):
    world.record("adoption", world.ago(days), day="confirmed_on", late=late, extent=extent)


def agreed(world, form, covers="service"):
    world.record("agreement", world.ago(60), day="signed_on", form=form, covers=[covers])


CASES = [
    Case("nothing", nothing, Outcome.NO_DATA, Strength.NOTHING),
    Case("tried once by a service", lambda world: used(world, "tried"), Outcome.NO_DATA, Strength.NOTHING),
    Case("in regular use", lambda world: used(world, "regular"), Outcome.PARTLY, Strength.TOLD),
    Case("a service promised it by word of mouth", lambda world: agreed(world, "spoken"), Outcome.PARTLY, Strength.TOLD),
    Case("an agreement on something else", lambda world: agreed(world, "signed", "rooms"), Outcome.NO_DATA, Strength.NOTHING),
    Case("agreed in writing", lambda world: agreed(world, "signed"), Outcome.SUPPORTED, Strength.CONFIRMED),
    Case("confirmed by the service", lambda world: used(world, "service"), Outcome.SUPPORTED, Strength.CONFIRMED),
    Case("confirmed more than a year ago", lambda world: used(world, "service", days=400), Outcome.SUPPORTED, Strength.COUNTED, stale=True),
    Case("entered months later", lambda world: used(world, "service", late=50), Outcome.SUPPORTED, Strength.TOLD, backdated=True),
]  # fmt: skip


def test_case(world, case):
    compare(world, case, "S2", "cairn-sustainability")
