from cairn.evidence.enums import Outcome, Strength
from cairn.needs.actions.assessing import Said
from cairn.needs.models import Need
from tests.evidence.cases import Case, compare, nothing
from tests.evidence.people import a_session, an_activity, entered, people
from tests.needs.factories import a_talk


def talked(world, one, ago=190, late=0, **said):
    a_talk(one, world.by, world.ago(ago), **(said or {"work": "low"}))
    for need in Need.objects.filter(participant=one, found_on=world.ago(ago)):
        entered(need, need.found_on, late)


def begun(world, number=2, late=0, **said):
    """Talked first, then came; every need of high priority was sent on."""
    found = people(world, number, ago=200, late=late)
    for one in found:
        talked(world, one, late=late, **(said or {"housing": "high"}))
    a_session(world, an_activity(world.practice, world.by), present=found, late=late)
    return found


def answered(world, **more):
    found = begun(world, **more)
    Need.objects.update(status="referred")
    return found


def observed(world):
    begun(world, housing=Said("high", "observed"))
    Need.objects.update(status="referred")


def later(world):
    found = people(world, 2)
    a_session(world, an_activity(world.practice, world.by), ago=195, present=found)
    for one in found:
        talked(world, one, ago=100, housing="high")


def all_of_it(world):
    for one in answered(world):
        talked(world, one, ago=30, work="low")
    for ago in (300, 100):
        analysis = world.record("needs_analysis", world.ago(ago), day="made_on", shared_on=world.ago(ago - 5))
    world.record("activity_change", world.ago(50), day="changed_on", because=[analysis.pk])


CASES = [
    Case("nothing", nothing, Outcome.NO_DATA, Strength.NOTHING),
    Case("people came, nobody was asked", lambda world: a_session(world, an_activity(world.practice, world.by), present=people(world, 2)), Outcome.NOT_SUPPORTED, Strength.NOTHING),
    Case("asked after they came", later, Outcome.PARTLY, Strength.TOLD),
    Case("asked first, nothing done about it yet", begun, Outcome.PARTLY, Strength.NOTHING, stale=True),
    Case("asked first, and answered, half a year ago", answered, Outcome.SUPPORTED, Strength.TOLD, stale=True),
    Case("observed rather than asked", observed, Outcome.PARTLY, Strength.NOTHING, stale=True),
    Case("asked again, looked at together, and changed", all_of_it, Outcome.SUPPORTED, Strength.CONFIRMED),
    Case("entered months later", lambda world: answered(world, late=40), Outcome.SUPPORTED, Strength.NOTHING, stale=True, backdated=True),
]  # fmt: skip


def test_case(world, case):
    compare(world, case, "R1.1")
