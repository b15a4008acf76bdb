from cairn.evidence.enums import Outcome, Strength
from tests.evidence.cases import Case, compare, nothing
from tests.evidence.more import signed


def gave(world, *days, late=0, done=False):
    return [world.record("capacity_action", world.ago(ago), day="given_on", late=late, done=done) for ago in days]  # fmt: skip


def used(world, *days, **said):
    gave(world, *days)
    confirmed(world, **said)


def confirmed(world, **said):
    world.record("adoption", world.ago(20), day="confirmed_on", **said)


def whole(world, *, followed=True, agreed=True, stated=True):
    given = gave(world, 300, 120)
    confirmed(world, sources=[one.pk for one in given] if followed else None)
    if agreed:
        world.record("agreement", world.before(), day="signed_on", covers=["capacity"])
    if stated:
        signed(world, "R3.3")


CASES = [
    Case("nothing", nothing, Outcome.NO_DATA, Strength.NOTHING),
    Case("helped once", lambda world: gave(world, 40), Outcome.PARTLY, Strength.TOLD),
    Case("helped in each half-year, nobody confirmed it", lambda world: gave(world, 300, 40), Outcome.PARTLY, Strength.TOLD),
    Case("helped in each half-year, and confirmed", lambda world: used(world, 300, 40), Outcome.SUPPORTED, Strength.COUNTED),
    Case("agreed, followed up and signed for", whole, Outcome.SUPPORTED, Strength.CONFIRMED),
    Case("not followed up", lambda world: whole(world, followed=False), Outcome.SUPPORTED, Strength.COUNTED),
    Case("nobody signed for it", lambda world: whole(world, stated=False), Outcome.SUPPORTED, Strength.COUNTED),
    Case("no agreement", lambda world: whole(world, agreed=False), Outcome.SUPPORTED, Strength.COUNTED),
    Case("entered months later", lambda world: (gave(world, 300, 120, late=40), confirmed(world)), Outcome.SUPPORTED, Strength.TOLD, backdated=True),
    Case("more than a year ago", lambda world: gave(world, 400), Outcome.NO_DATA, Strength.NOTHING),
]  # fmt: skip


def test_case(world, case):
    compare(world, case, "R3.3")
