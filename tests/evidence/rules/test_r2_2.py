from cairn.evidence.enums import Outcome, Strength
from tests.evidence.cases import Case, compare, nothing
from tests.evidence.people import people


def acted(world, *days, late=0, **said):
    given = {"aim": "common-good", "participants": 3, "safety_check": True, **said}
    for ago in days:
        world.record("community_action", world.ago(ago), day="held_on", late=late, **given)


def quarterly(world, **said):
    acted(world, 300, 210, 120, 30, **said)


def confirmed(world):
    quarterly(world, confirmed=True)
    world.record("volunteer", world.ago(100), day="since", side="peer")


def many(world):
    people(world, 20)
    quarterly(world, participants=2)


CASES = [
    Case("nothing", nothing, Outcome.NO_DATA, Strength.NOTHING),
    Case("people, and no action", lambda world: people(world, 2), Outcome.NO_DATA, Strength.NOTHING),
    Case("one action", lambda world: acted(world, 30), Outcome.PARTLY, Strength.TOLD),
    Case("one a quarter", quarterly, Outcome.SUPPORTED, Strength.COUNTED),
    Case("only so that others open up", lambda world: quarterly(world, aim="receiving"), Outcome.NO_DATA, Strength.NOTHING),
    Case("nobody asked whether it is safe", lambda world: quarterly(world, safety_check=None), Outcome.PARTLY, Strength.TOLD),
    Case("two of twenty, a tenth, took part", many, Outcome.SUPPORTED, Strength.COUNTED),
    Case("nobody counted who came", lambda world: quarterly(world, participants=None), Outcome.PARTLY, Strength.TOLD),
    Case("confirmed by a partner, and mentors", confirmed, Outcome.SUPPORTED, Strength.CONFIRMED),
    Case("entered months later", lambda world: quarterly(world, late=40), Outcome.SUPPORTED, Strength.TOLD, backdated=True),
    Case("long ago", lambda world: acted(world, 300, 210), Outcome.PARTLY, Strength.NOTHING, stale=True),
]  # fmt: skip


def test_case(world, case):
    compare(world, case, "R2.2")
