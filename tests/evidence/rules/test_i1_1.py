from cairn.activities.models import Enrolment
from cairn.evidence.enums import Outcome, Strength
from cairn.participants import actions
from tests.evidence.cases import Case, compare, nothing
from tests.evidence.people import a_session, an_activity, entered, people

FILLED = {"asked": "yes", "time": "yes", "place": "yes", "language": "yes", "reading": "yes", "gender": "yes", "cost": "yes"}  # fmt: skip


def sent(world, number=1, ago=60, **said):
    for _each in range(number):
        one = actions.refer(practice=world.practice, by=world.by, received_on=world.ago(ago), referrer="self", **said)  # fmt: skip
        entered(one, one.received_on)


def offered(world, present=(), absent=(), **said):
    activity = an_activity(world.practice, world.by, **({"inclusion": FILLED} | said))
    a_session(world, activity, present=present, absent=absent)
    return activity


def both(world, women, men, ago=50, late=0):
    """Of ten women and ten men who were sent, so many came."""
    for sex in ("woman", "man"):
        sent(world, 10, sex=sex, age_band="25-30")
    return [
        people(world, number, sex=sex, age_band="25-30", ago=ago, late=late)
        for sex, number in (("woman", women), ("man", men))
    ]


def fair(world, **more):
    women, men = both(world, 10, 10, **more)
    offered(world, present=women + men)


def men_stay_away(world):
    women, men = both(world, 10, 10)
    activity = offered(world, present=women, absent=men)
    gone = Enrolment.objects.filter(activity=activity, participant__in=men)
    gone.update(until=world.ago(5), left_because="lost")


def unfair(world):
    women, men = both(world, 3, 10)
    offered(world, present=women + men)


def few(world):
    sent(world, 2, sex="woman", age_band="25-30")
    offered(world, present=people(world, 2, sex="woman", age_band="25-30", ago=50))


def small_groups(world):
    """Ten in all, and no group of ten."""
    for sex, age in (("woman", "25-30"), ("man", "31-40")):
        sent(world, 5, sex=sex, age_band=age)
        people(world, 5, sex=sex, age_band=age, ago=50)


CASES = [
    Case("nothing", nothing, Outcome.NO_DATA, Strength.NOTHING),
    Case("an activity without an inclusion check", lambda world: offered(world, inclusion={}), Outcome.NOT_SUPPORTED, Strength.NOTHING),
    Case("as many women as men came, as were sent", fair, Outcome.SUPPORTED, Strength.COUNTED),
    Case("and men stay away and leave", men_stay_away, Outcome.SUPPORTED, Strength.COUNTED),
    Case("few of the women came", unfair, Outcome.PARTLY, Strength.TOLD),
    Case("two people only", few, Outcome.PARTLY, Strength.TOLD),
    Case("no group of ten", small_groups, Outcome.TOO_FEW, Strength.NOTHING),
    Case("somebody refused because of a disability", lambda world: (fair(world), sent(world, outcome="refused", refusal="access")), Outcome.CONTRADICTED, Strength.NOTHING),
    Case("half a year ago", lambda world: fair(world, ago=300), Outcome.SUPPORTED, Strength.TOLD, stale=True),
    Case("entered months later", lambda world: fair(world, late=40), Outcome.SUPPORTED, Strength.TOLD, backdated=True),
]  # fmt: skip


def test_case(world, case):
    compare(world, case, "I1.1")
