from cairn.evidence.enums import Outcome, Strength
from cairn.plans import actions
from tests.evidence.cases import Case, compare, nothing
from tests.evidence.people import a_session, an_activity, left, people
from tests.plans.conftest import a_goal


def learning(world, number=3, ago=30, late=0, kind="course", **facts):
    found = people(world, number)
    a_session(world, an_activity(world.practice, world.by, kind=kind), ago=ago, present=found, late=late, **facts)  # fmt: skip


def gone(world, ago=30, late=0, result="seeking", goal="training"):
    (one,) = people(world, ago=190)
    plan = actions.begin(participant=one, begun_on=world.ago(180), by=world.by)
    reached = a_goal(plan, world.by, kind=goal, due_on=world.ago(10))
    actions.close_goal(goal=reached, state="reached", on=world.ago(ago), by=world.by)
    left(world, one, ago, late, result)


def both(world, **more):
    learning(world, **more)
    gone(world, **more)


def wider(world):
    both(world)
    association = world.record("stakeholder", world.ago(300), day="mapped_on", side="migrants")
    world.record("capacity_action", world.ago(50), day="given_on", organisations=[association.pk])
    world.record("volunteer", world.ago(50), day="since", side="peer", trained_on=world.ago(60))


CASES = [
    Case("nothing", nothing, Outcome.NO_DATA, Strength.NOTHING),
    Case("counselling only", lambda world: learning(world, kind="counselling"), Outcome.NO_DATA, Strength.NOTHING),
    Case("a course for all", learning, Outcome.PARTLY, Strength.TOLD),
    Case("a course for three of six", lambda world: (learning(world), people(world, 3)), Outcome.NOT_SUPPORTED, Strength.NOTHING),
    Case("a course, and who left reached a goal in training", both, Outcome.SUPPORTED, Strength.COUNTED),
    Case("who left shows nothing", lambda world: (learning(world), gone(world, goal="social")), Outcome.PARTLY, Strength.TOLD),
    Case("left with a recognised qualification", lambda world: (learning(world), gone(world, goal="social", result="recognition")), Outcome.SUPPORTED, Strength.COUNTED),
    Case("a mentor, and an association helped", wider, Outcome.SUPPORTED, Strength.CONFIRMED),
    Case("long ago", lambda world: learning(world, ago=185), Outcome.PARTLY, Strength.NOTHING, stale=True),
    Case("entered months later", lambda world: both(world, late=40), Outcome.SUPPORTED, Strength.TOLD, backdated=True),
]  # fmt: skip


def test_case(world, case):
    compare(world, case, "R2.3")
