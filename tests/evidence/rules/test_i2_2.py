from cairn.activities.actions.writing import Staffing
from cairn.evidence.enums import Outcome, Strength
from tests.evidence.cases import Case, compare, nothing
from tests.evidence.people import a_session, an_activity, signed


def met(world, late=0, **said):
    world.record(
        "meeting", world.before(), day="held_on", late=late, type="design", **({"citizens": 2} | said)
    )


def held(world, ago=30, late=0, **facts):
    staff = [Staffing(None, "V1", "volunteer")]
    a_session(world, an_activity(world.practice, world.by), ago=ago, late=late, staff=staff, participation="mixed", **facts)  # fmt: skip


def musts(world, **more):
    met(world)
    held(world, **more)


def hours(world, earlier, later):
    for ago, given in ((300, earlier), (20, later)):
        world.record("volunteer_time", world.ago(ago), day="until_on", hours=given)


def more(world):
    musts(world)
    hours(world, 10, 12)
    world.record("design_decision", world.ago(40), day="decided_on", sources=["locals"], decision="yes")


def fewer(world):
    musts(world)
    hours(world, 12, 10)


def alone(world):
    met(world)
    a_session(world, an_activity(world.practice, world.by), participation="participants")


CASES = [
    Case("nothing", nothing, Outcome.NO_DATA, Strength.NOTHING),
    Case("a design meeting with partners only", lambda world: met(world, citizens=None), Outcome.NO_DATA, Strength.NOTHING),
    Case("neighbours at a design meeting, sessions without them", alone, Outcome.PARTLY, Strength.NOTHING, stale=True),
    Case("with a role, and together", musts, Outcome.SUPPORTED, Strength.COUNTED),
    Case("and an idea of theirs taken up, no statement", more, Outcome.SUPPORTED, Strength.COUNTED),
    Case("volunteers give fewer hours", fewer, Outcome.SUPPORTED, Strength.COUNTED),
    Case("long ago", lambda world: musts(world, ago=200), Outcome.SUPPORTED, Strength.TOLD, stale=True),
    Case("entered months later", lambda world: (met(world, late=40), held(world, late=40)), Outcome.SUPPORTED, Strength.TOLD, backdated=True),
    Case("an idea taken up, and a statement signed", lambda world: (more(world), signed(world, "I2.2")), Outcome.SUPPORTED, Strength.CONFIRMED),
]  # fmt: skip


def test_case(world, case):
    compare(world, case, "I2.2")
