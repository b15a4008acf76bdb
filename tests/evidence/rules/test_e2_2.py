from cairn.evidence.enums import Outcome, Strength
from tests.evidence.cases import Case, compare, nothing

PLANNED = {"mitigation": "Two interpreters.", "trigger": "One is ill.", "plan_b": "Ask the telephone service."}  # fmt: skip


def foreseen(world, on, number=5, late=0, **more):
    said = {"likelihood": "high", "impact": "middle", "owner": world.by.pk}
    return [world.record("risk", on, day="noted_on", late=late, **(said | PLANNED | more)) for _each in range(number)]  # fmt: skip


def reviewed(world, *days, risks=None):
    risks = risks or foreseen(world, world.before())
    for ago in days:
        world.record("risk_review", world.ago(ago), day="reviewed_on", risks=[risk.pk for risk in risks])


def came_true(world, *, used):
    risks = foreseen(world, world.before())
    reviewed(world, 20, 110, 200, 290, risks=risks)
    world.record("risk_event", world.ago(50), day="happened_on", risks=[risks[0].pk], plan_used=used)


def one_bare(world):
    foreseen(world, world.before(), 4, impact="low")
    foreseen(world, world.before(), 1, plan_b="")


CASES = [
    Case("nothing", nothing, Outcome.NO_DATA, Strength.NOTHING),
    Case("written down after the start", lambda world: foreseen(world, world.ago(30)), Outcome.PARTLY, Strength.TOLD),
    Case("two before the start", lambda world: foreseen(world, world.before(), 2), Outcome.PARTLY, Strength.NOTHING, stale=True),
    Case("five before the start, one high one without another way", one_bare, Outcome.PARTLY, Strength.NOTHING, stale=True),
    Case("five before the start, nobody watches them, no plans", lambda world: foreseen(world, world.before(), owner=None, plan_b=None), Outcome.NOT_SUPPORTED, Strength.NOTHING),
    Case("five before the start, none high, the worst with a plan", lambda world: foreseen(world, world.before(), likelihood="low"), Outcome.SUPPORTED, Strength.TOLD, stale=True),
    Case("five before the start, never looked at again", lambda world: foreseen(world, world.before()), Outcome.SUPPORTED, Strength.TOLD, stale=True),
    Case("and looked at each quarter", lambda world: reviewed(world, 20, 110, 200, 290), Outcome.SUPPORTED, Strength.COUNTED),
    Case("one came true and the plan was used", lambda world: came_true(world, used=True), Outcome.SUPPORTED, Strength.COUNTED),
    Case("one came true and the plan was not used", lambda world: came_true(world, used=False), Outcome.SUPPORTED, Strength.COUNTED),
    Case("dated before the start, entered long after it", lambda world: foreseen(world, world.before(), late=500), Outcome.SUPPORTED, Strength.NOTHING, stale=True, backdated=True),
]  # fmt: skip


def test_case(world, case):
    compare(world, case, "E2.2")
