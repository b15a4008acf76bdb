from datetime import timedelta

from cairn.evidence.enums import Outcome, Strength
from tests.evidence.cases import Case, compare, nothing
from tests.evidence.people import a_session, an_activity, people


def rights(world, *days, late=0, topic="rights", number=2):
    found = people(world, number, ago=360)
    activity = an_activity(world.practice, world.by, topic=topic)
    for ago in days:
        a_session(world, activity, ago=ago, late=late, present=found)


def quarterly(world, **more):
    rights(world, 300, 210, 120, 30, **more)


def event(world, acted=5, ago=60):
    on = world.ago(ago)
    done = {"action_on": on + timedelta(days=acted)} if acted else {}
    world.record("discrimination_event", on, day="happened_on", **done)


def question(world, answered):
    item = world.record("information_item", world.ago(90), day="reviewed_on")
    world.record("question", world.ago(40), day="asked_on", times=4, answers=[item.pk] if answered else [])


CASES = [
    Case("nothing", nothing, Outcome.NO_DATA, Strength.NOTHING),
    Case("sessions about something else", lambda world: rights(world, 30, topic="work"), Outcome.NO_DATA, Strength.NOTHING),
    Case("one session on rights", lambda world: rights(world, 30), Outcome.PARTLY, Strength.TOLD),
    Case("one a quarter", quarterly, Outcome.SUPPORTED, Strength.COUNTED),
    Case("reaching two of ten", lambda world: (quarterly(world), people(world, 8)), Outcome.PARTLY, Strength.TOLD),
    Case("discrimination, answered in five days", lambda world: (quarterly(world), event(world)), Outcome.SUPPORTED, Strength.COUNTED),
    Case("discrimination, and nothing done", lambda world: (quarterly(world), event(world, acted=0)), Outcome.PARTLY, Strength.TOLD),
    Case("discrimination last week, nothing done yet", lambda world: (quarterly(world), event(world, acted=0, ago=7)), Outcome.SUPPORTED, Strength.COUNTED),
    Case("a question that keeps coming up, answered", lambda world: (quarterly(world), question(world, True)), Outcome.SUPPORTED, Strength.COUNTED),
    Case("and not answered", lambda world: (quarterly(world), question(world, False)), Outcome.PARTLY, Strength.TOLD),
    Case("long ago", lambda world: rights(world, 300, 210), Outcome.PARTLY, Strength.NOTHING, stale=True),
    Case("entered months later", lambda world: quarterly(world, late=40), Outcome.SUPPORTED, Strength.TOLD, backdated=True),
]  # fmt: skip


def test_case(world, case):
    compare(world, case, "R2.5")
