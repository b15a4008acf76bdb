from cairn.evidence.enums import Outcome, Strength
from cairn.plans import actions
from tests.evidence.cases import Case, compare, nothing
from tests.evidence.people import entered, left, people
from tests.plans.conftest import a_goal


def goal(world, reached=True):
    (one,) = people(world, ago=500)
    plan = actions.begin(participant=one, begun_on=world.ago(480), by=world.by)
    made = a_goal(plan, world.by, kind="papers", due_on=world.ago(60))
    if reached:
        actions.close_goal(goal=made, state="reached", on=world.ago(70), by=world.by)
    return one


def well(world, result="job", ago=100, late=0):
    one = goal(world)
    return left(world, one, ago, late, result)


def lasting(world, holds="yes"):
    gone = well(world, ago=250)
    for due in gone.follow_ups.filter(months__in=(3, 6)):
        entered(actions.follow_up(due=due, on=due.due_on, contact="reached", holds=holds, by=world.by), due.due_on)  # fmt: skip


CASES = [
    Case("nothing", nothing, Outcome.NO_DATA, Strength.NOTHING),
    Case("a goal that was due and not reached", lambda world: goal(world, reached=False), Outcome.NOT_SUPPORTED, Strength.NOTHING),
    Case("papers reached", goal, Outcome.PARTLY, Strength.TOLD),
    Case("papers reached, and left to work", well, Outcome.SUPPORTED, Strength.COUNTED),
    Case("left to nothing", lambda world: well(world, "none"), Outcome.PARTLY, Strength.TOLD),
    Case("and still working after six months", lasting, Outcome.SUPPORTED, Strength.CONFIRMED),
    Case("not any more after six months", lambda world: lasting(world, "no"), Outcome.SUPPORTED, Strength.COUNTED),
    Case("left long ago", lambda world: well(world, ago=250), Outcome.SUPPORTED, Strength.TOLD, stale=True),
    Case("entered months later", lambda world: well(world, late=40), Outcome.SUPPORTED, Strength.TOLD, backdated=True),
]  # fmt: skip


def test_case(world, case):
    compare(world, case, "R2.4")
