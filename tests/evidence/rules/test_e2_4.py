from cairn.evidence.enums import Outcome, Strength
from tests.activities.factories import an_activity
from tests.evidence.cases import Case, compare, nothing
from tests.evidence.more import signed
from tests.listening.factories import a_form, pooled

OTHERS = ("host-community", "practitioners", "funders", "policymakers")


def heard(world, good=10, bad=0, expected=20):
    form, activity = a_form(world.practice), an_activity(world.practice, world.by)
    pooled(activity, form, world.by, good=good, bad=bad, expected=expected, on=world.ago(40))


def judged(world, *sides, rating="4", late=0, days=50, **said):
    told = {"about": "success", "rating": rating} | said
    for side in sides:
        world.record("statement", world.ago(days), day="given_on", side=side, late=late, **told)


def everyone(world, *, is_signed=True, **answers):
    heard(world, **answers)
    judged(world, *OTHERS)
    if is_signed:
        signed(world, "E2.4")


CASES = [
    Case("nothing", nothing, Outcome.NO_DATA, Strength.NOTHING),
    Case("participants only", heard, Outcome.TOO_FEW, Strength.NOTHING),
    Case("statements on something else", lambda world: judged(world, *OTHERS, about="rights"), Outcome.NO_DATA, Strength.NOTHING),
    Case("statements that judge nothing", lambda world: judged(world, *OTHERS, rating=None), Outcome.NO_DATA, Strength.NOTHING),
    Case("participants and two others", lambda world: (heard(world), judged(world, *OTHERS[:2])), Outcome.PARTLY, Strength.TOLD),
    Case("four others, most of them not pleased", lambda world: (judged(world, *OTHERS[:2]), judged(world, *OTHERS[2:], rating="2")), Outcome.NOT_SUPPORTED, Strength.NOTHING),
    Case("all five, few participants answered", lambda world: everyone(world, good=5, expected=40), Outcome.PARTLY, Strength.TOLD),
    Case("all five, few participants and most of them answered", lambda world: everyone(world, good=5, expected=9), Outcome.SUPPORTED, Strength.CONFIRMED),
    Case("all five, participants are divided", lambda world: everyone(world, good=6, bad=6, expected=30), Outcome.PARTLY, Strength.TOLD),
    Case("all five, nobody signed", lambda world: everyone(world, is_signed=False), Outcome.SUPPORTED, Strength.COUNTED),
    Case("all five, somebody signed", everyone, Outcome.SUPPORTED, Strength.CONFIRMED),
    Case("entered months later", lambda world: judged(world, *OTHERS, late=60), Outcome.PARTLY, Strength.TOLD, backdated=True),
    Case("more than a year ago", lambda world: judged(world, *OTHERS, days=400), Outcome.NO_DATA, Strength.NOTHING),
]  # fmt: skip


def test_case(world, case):
    compare(world, case, "E2.4")
