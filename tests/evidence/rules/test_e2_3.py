from cairn.evidence.enums import Outcome, Strength
from tests.evidence.cases import Case, compare, nothing
from tests.evidence.more import a_goal_reached, an_aim

GOOD, BAD = ((190, "20"), (10, "31")), ((190, "10"), (10, "12"))


def aims(world, good, bad, level="outcome", **said):
    for _each in range(good):
        an_aim(world, *GOOD, level=level, **said)
    for _each in range(bad):
        an_aim(world, *BAD, level=level, **said)


def checked(world, type_):
    aims(world, 4, 1)
    a_goal_reached(world)
    world.record("evaluation", world.ago(30), day="done_on", type=type_)


CASES = [
    Case("nothing", nothing, Outcome.NO_DATA, Strength.NOTHING),
    Case("aims that were never measured", an_aim, Outcome.NO_DATA, Strength.NOTHING),
    Case("one of three on track", lambda world: aims(world, 1, 2), Outcome.CONTRADICTED, Strength.NOTHING),
    Case("half on track", lambda world: aims(world, 1, 1), Outcome.NOT_SUPPORTED, Strength.NOTHING),
    Case("two of three on track", lambda world: aims(world, 2, 1), Outcome.PARTLY, Strength.TOLD),
    Case("what is delivered only", lambda world: aims(world, 2, 0, level="output"), Outcome.PARTLY, Strength.TOLD),
    Case("what is delivered is there, what changes is not", lambda world: (aims(world, 4, 0, level="output"), aims(world, 0, 1)), Outcome.PARTLY, Strength.TOLD),
    Case("four of five on track", lambda world: aims(world, 4, 1), Outcome.SUPPORTED, Strength.COUNTED),
    Case("goals of people reached, results seen by an outsider", lambda world: checked(world, "external"), Outcome.SUPPORTED, Strength.CONFIRMED),
    Case("goals of people reached, looked at by the team", lambda world: checked(world, "own"), Outcome.SUPPORTED, Strength.COUNTED),
    Case("measured long ago", lambda world: an_aim(world, (370, "20"), (200, "31")), Outcome.SUPPORTED, Strength.TOLD, stale=True),
    Case("entered months later", lambda world: an_aim(world, (190, "20"), (40, "31"), late=35), Outcome.SUPPORTED, Strength.TOLD, backdated=True),
]  # fmt: skip


def test_case(world, case):
    compare(world, case, "E2.3")
