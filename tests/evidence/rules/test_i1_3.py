from cairn.evidence.enums import Outcome, Strength
from cairn.plans import actions as plans
from tests.evidence.cases import Case, compare, nothing
from tests.evidence.people import a_session, an_activity, people
from tests.plans.conftest import a_goal


def held(world, *adaptations, ago=30, late=0):
    activity = an_activity(world.practice, world.by)
    for one in adaptations:
        a_session(world, activity, ago=ago, late=late, adaptations=one)


def trained(world, topic="gender", ago=100, late=0):
    member = world.record("staff_member", world.ago(300), day="since")
    world.record(
        "training", world.ago(ago), day="given_on", late=late, competences=[topic], members=[member.pk]
    )


def musts(world, **more):
    held(world, ["pace"], ["pace", "women-only"], [], **more)
    trained(world)


def with_goals(world, **reached):
    musts(world)
    people(world)
    world.record("document", world.ago(200), day="adopted_on", type="equality", reviewed_on=world.ago(100))
    for sex, number in reached.items():
        for one in people(world, 10, sex=sex):
            plan = plans.begin(participant=one, begun_on=world.ago(150), by=world.by)
            goal = a_goal(plan, world.by, due_on=world.ago(20))
            if number:
                plans.close_goal(goal=goal, state="reached", on=world.ago(30), by=world.by)


CASES = [
    Case("nothing", nothing, Outcome.NO_DATA, Strength.NOTHING),
    Case("one session in three was fitted to people", lambda world: held(world, ["pace"], [], None), Outcome.NOT_SUPPORTED, Strength.NOTHING),
    Case("two of three, staff not trained for it", lambda world: (held(world, ["pace"], ["time"], []), trained(world, "data")), Outcome.PARTLY, Strength.TOLD),
    Case("two of three, and staff trained", musts, Outcome.SUPPORTED, Strength.COUNTED),
    Case("policy read again, women and men reach goals alike", lambda world: with_goals(world, woman=10, man=10), Outcome.SUPPORTED, Strength.COUNTED),
    Case("women reach theirs, men do not", lambda world: with_goals(world, woman=10, man=0), Outcome.SUPPORTED, Strength.COUNTED),
    Case("long ago", lambda world: (held(world, ["pace"], ago=200), trained(world, ago=300)), Outcome.SUPPORTED, Strength.TOLD, stale=True),
    Case("entered months later", lambda world: (held(world, ["pace"], late=40), trained(world, late=40)), Outcome.SUPPORTED, Strength.TOLD, backdated=True),
]  # fmt: skip


def test_case(world, case):
    compare(world, case, "I1.3")
