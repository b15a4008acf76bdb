from cairn.evidence.enums import Outcome, Strength
from tests.evidence.cases import Case, compare, nothing
from tests.evidence.more import an_aim, signed

TWICE = ((190, "20"), (10, "31"))


def chained(world, *values):
    objective, _target = an_aim(world, *(values or TWICE))
    an_aim(world, level="output", objective=objective)
    signed(world, "E1.1")


CASES = [
    Case("nothing", nothing, Outcome.NO_DATA, Strength.NOTHING),
    Case("an objective that is never measured", an_aim, Outcome.NOT_SUPPORTED, Strength.NOTHING),
    Case("only what is delivered is measured", lambda world: an_aim(world, *TWICE, level="output"), Outcome.NOT_SUPPORTED, Strength.NOTHING),
    Case("measured once", lambda world: an_aim(world, (10, "31")), Outcome.NOT_SUPPORTED, Strength.NOTHING),
    Case("one of two objectives", lambda world: (an_aim(world, *TWICE), an_aim(world)), Outcome.PARTLY, Strength.TOLD),
    Case("measured twice", lambda world: an_aim(world, *TWICE), Outcome.SUPPORTED, Strength.COUNTED),
    Case("with what is delivered, moved, and stated; all by the team", chained, Outcome.SUPPORTED, Strength.COUNTED),
    Case("nothing has moved", lambda world: chained(world, (190, "10"), (10, "11")), Outcome.SUPPORTED, Strength.COUNTED),
    Case("measured long ago", lambda world: an_aim(world, (370, "20"), (200, "31")), Outcome.SUPPORTED, Strength.TOLD, stale=True),
    Case("entered months later", lambda world: an_aim(world, (190, "20"), (40, "31"), late=35), Outcome.SUPPORTED, Strength.TOLD, backdated=True),
]  # fmt: skip


def test_case(world, case):
    compare(world, case, "E1.1")
