from cairn.evidence.enums import Outcome, Strength
from tests.evidence.cases import Case, compare, nothing

SIDES = ("civil-society", "public-authority", "migrants")


def mapped(world, on=None, sides=SIDES, late=0, **said):
    told = {"approach": "partner", "strategy": "We meet each month."} | said
    return [world.record("stakeholder", on or world.before(30), day="mapped_on", side=side, late=late, **told) for side in sides]  # fmt: skip


def designed(world, *there, late=0, address="https://example.org/a", **said):
    return world.record("meeting", world.before(20), day="held_on", type="design", organisations=[one.pk for one in there], late=late, address=address, **said)  # fmt: skip


def in_time(world, late=0):
    there = mapped(world, late=late)
    return there, designed(world, *there, late=late)


def bound(world, form="signed", done=True):
    there, meeting = in_time(world)
    for one in there:
        world.record("agreement", world.ago(90), day="signed_on", partners=[one.pk], form=form)
    world.record("meeting_action", world.ago(30), done=done, source=[meeting.pk], due_on=world.ago(20))


def counted(world):
    """Who was there is counted, and not on the map."""
    mapped(world, sides=SIDES[:1])
    designed(world, civil_society=2, business=1, migrants=3)


CASES = [
    Case("nothing", nothing, Outcome.NO_DATA, Strength.NOTHING),
    Case("mapped after the start", lambda world: mapped(world, world.ago(60)), Outcome.PARTLY, Strength.TOLD),
    Case("mapped in time, it is not decided how to work with them", lambda world: mapped(world, strategy=None), Outcome.PARTLY, Strength.NOTHING, stale=True),
    Case("designed with two kinds only", lambda world: designed(world, *mapped(world, sides=SIDES[:2])), Outcome.PARTLY, Strength.NOTHING, stale=True),
    Case("designed together", in_time, Outcome.SUPPORTED, Strength.TOLD, stale=True),
    Case("designed together, counted at the table", counted, Outcome.SUPPORTED, Strength.TOLD, stale=True),
    Case("and agreements signed, tasks done", bound, Outcome.SUPPORTED, Strength.CONFIRMED),
    Case("agreed by word of mouth", lambda world: bound(world, form="spoken"), Outcome.SUPPORTED, Strength.COUNTED),
    Case("tasks not done", lambda world: bound(world, done=False), Outcome.SUPPORTED, Strength.COUNTED),
    Case("dated before the start, entered long after it", lambda world: in_time(world, late=500), Outcome.SUPPORTED, Strength.NOTHING, stale=True, backdated=True),
]  # fmt: skip


def test_case(world, case):
    compare(world, case, "P1.1")
