from cairn.evidence.enums import Outcome, Strength
from tests.evidence.cases import Case, compare, nothing
from tests.evidence.more import a_plan, a_whole_grid

THREE = ("local", "national", "international")


def used(world, *levels, days=40, late=0, linked=True, current=True, **said):
    paper = world.record("document", world.ago(days), day="adopted_on")
    for level in levels or THREE:
        world.record("standard", world.ago(days), day="used_on", late=late, level=level, current=current, used_in=[paper.pk] if linked else None, **said)  # fmt: skip


def described(world, **said):
    worker, goal = a_plan(world)
    a_whole_grid(goal.participant, worker)
    used(world, **said)


CASES = [
    Case("nothing", nothing, Outcome.NO_DATA, Strength.NOTHING),
    Case("listed, used nowhere", lambda world: used(world, linked=False), Outcome.PARTLY, Strength.TOLD),
    Case("used at two levels", lambda world: used(world, "regional", "national"), Outcome.PARTLY, Strength.TOLD),
    Case("used at three levels, nobody’s skills described", lambda world: (used(world), a_plan(world)), Outcome.PARTLY, Strength.TOLD),
    Case("used at three levels, skills described", described, Outcome.SUPPORTED, Strength.COUNTED),
    Case("in versions that are not in force", lambda world: described(world, current=False), Outcome.SUPPORTED, Strength.COUNTED),
    Case("skills described, guidance used two years ago", lambda world: described(world, days=700), Outcome.PARTLY, Strength.TOLD),
    Case("entered months later", lambda world: described(world, late=35), Outcome.SUPPORTED, Strength.TOLD, backdated=True),
]  # fmt: skip


def test_case(world, case):
    compare(world, case, "R3.2")
