from cairn.evidence.enums import Outcome, Strength
from tests.evidence.cases import Case, compare, nothing
from tests.evidence.more import a_plan, an_aim, sessions
from tests.results.factories import an_objective


def clear(world, *values, **said):
    made = an_aim(world, *(values or ((190, "20"), (10, "31"))), **said)
    a_plan(world)
    return made


def with_hours(world, hours, **said):
    clear(world)
    world.record("staff_plan", world.ago(60), day="made_on", hours_per_week=hours, **said)
    sessions(world, 10)
    sessions(world, 1, hours="20", since=100)


CASES = [
    Case("nothing", nothing, Outcome.NO_DATA, Strength.NOTHING),
    Case("an objective in words only", lambda world: an_objective(world.practice, world.by), Outcome.NOT_SUPPORTED, Strength.NOTHING),
    Case("clear objectives, no work plans", an_aim, Outcome.PARTLY, Strength.TOLD),
    Case("work plans, nobody sees to the objective", lambda world: clear(world, owner=None), Outcome.PARTLY, Strength.TOLD),
    Case("clear objectives and goals", clear, Outcome.SUPPORTED, Strength.COUNTED),
    Case("and sessions fit into the hours", lambda world: with_hours(world, "10"), Outcome.SUPPORTED, Strength.COUNTED),
    Case("and sessions do not fit", lambda world: with_hours(world, "1"), Outcome.SUPPORTED, Strength.COUNTED),
    Case("nothing measured for half a year", lambda world: clear(world, (370, "20"), (190, "22"), entered=300), Outcome.SUPPORTED, Strength.TOLD, stale=True),
    Case("entered months later", lambda world: clear(world, (190, "20"), (140, "22"), (60, "30"), late=35), Outcome.SUPPORTED, Strength.TOLD, backdated=True),
]  # fmt: skip


def test_case(world, case):
    compare(world, case, "E1.2")
