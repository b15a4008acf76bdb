from cairn.evidence.enums import Outcome, Strength
from tests.evidence.cases import Case, compare, nothing

WHOLE = ["host-community", "local-authority", "employers"]


def planned(world, on, audiences=WHOLE, late=0, **more):
    said = {"channels": ["in-person"], "message": "Come in.", "owner": world.by.pk, "safety": "No faces."}
    world.record("communication_plan", on, day="made_on", late=late, audiences=audiences, **(said | more))


def acted(world, days=30):
    world.record("communication_action", world.ago(days), done=True)


def in_time(world):
    planned(world, world.before())


CASES = [
    Case("nothing", nothing, Outcome.NO_DATA, Strength.NOTHING),
    Case("made after the start", lambda world: planned(world, world.ago(20)), Outcome.PARTLY, Strength.TOLD),
    Case("made before the start, long ago", in_time, Outcome.SUPPORTED, Strength.TOLD, stale=True),
    Case(
        "and carried out", lambda world: (in_time(world), acted(world)), Outcome.SUPPORTED, Strength.COUNTED
    ),
    Case(
        "without the authorities",
        lambda world: (planned(world, world.before(), ["host-community"]), acted(world)),
        Outcome.PARTLY,
        Strength.TOLD,
    ),
]


def test_case(world, case):
    compare(world, case, "E1.3")
