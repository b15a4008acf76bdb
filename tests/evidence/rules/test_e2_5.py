from cairn.evidence.enums import Outcome, Strength
from tests.evidence.cases import Case, compare, nothing
from tests.evidence.more import left, signed


def evaluated(world, days=60, late=0, **said):
    usual = {"type": "external", "baseline": True, "unintended": "None found.", "method": "theory"}
    world.record("evaluation", world.ago(days), day="done_on", late=late, **(usual | said))


def asked(world, *told):
    left(world, 6, *(told or ("yes", "no")))


def whole(world, *, stated=True, **said):
    asked(world)
    evaluated(world, **said)
    if stated:
        signed(world, "E2.5")


def long_ago(world):
    world.practice.starts_on = world.ago(1500)
    world.practice.save()
    asked(world)
    evaluated(world, days=1200)


CASES = [
    Case("nothing", nothing, Outcome.NO_DATA, Strength.NOTHING),
    Case("nobody was asked again", lambda world: asked(world, "", ""), Outcome.NOT_SUPPORTED, Strength.NOTHING),
    Case("people who left were asked", asked, Outcome.PARTLY, Strength.TOLD),
    Case("an evaluation only", evaluated, Outcome.PARTLY, Strength.TOLD),
    Case("asked, and evaluated without the start", lambda world: whole(world, baseline=False), Outcome.PARTLY, Strength.TOLD),
    Case("one of three was reached, and evaluated", lambda world: (asked(world, "yes", "", ""), evaluated(world)), Outcome.PARTLY, Strength.TOLD),
    Case("asked, and evaluated by the team", lambda world: whole(world, type="own"), Outcome.SUPPORTED, Strength.COUNTED),
    Case("asked, evaluated from outside, and stated", whole, Outcome.SUPPORTED, Strength.CONFIRMED),
    Case("asked, evaluated from outside, not stated", lambda world: whole(world, stated=False), Outcome.SUPPORTED, Strength.COUNTED),
    Case("evaluated more than three years ago", long_ago, Outcome.PARTLY, Strength.TOLD),
    Case("an evaluation entered months later", lambda world: evaluated(world, late=90), Outcome.PARTLY, Strength.TOLD, backdated=True),
]  # fmt: skip


def test_case(world, case):
    compare(world, case, "E2.5")
