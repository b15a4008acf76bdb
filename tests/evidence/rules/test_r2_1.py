from decimal import Decimal

from cairn.evidence.enums import Outcome, Strength
from cairn.plans import actions
from tests.evidence.cases import Case, compare, nothing
from tests.evidence.people import entered, people, signed
from tests.plans.conftest import a_goal

LOW, HIGH = {"trying": 2, "deciding": 2}, {"trying": 4, "deciding": 4}


def planned(world, one, chosen_by="person", strength="Patient", late=0):
    """A plan with one goal, looked at together; that goal."""
    plan = actions.begin(participant=one, begun_on=world.ago(190), by=world.by)
    goal = a_goal(plan, world.by, due_on=world.ago(10), chosen_by=chosen_by, quantity=Decimal(99))
    entered(actions.review(plan=plan, on=world.ago(60), by=world.by, progress={}, strength=strength), world.ago(60), late)  # fmt: skip
    return goal


def rated(world, number=10, first=LOW, last=HIGH, late=0, **plan):
    found = people(world, number)
    for one in found:
        for ago, said in ((180, first), (40, last)):
            entered(
                actions.rate(participant=one, on=world.ago(ago), by=world.by, **said), world.ago(ago), late
            )
    return [planned(world, one, late=late, **plan) for one in found]


def steps(world, earlier, later):
    """Ten steps in each half of the year, so many of them alone."""
    goal = rated(world)[0]
    for ago, alone in ((185, earlier), (30, later)):
        for number in range(10):
            step = actions.add_step(goal=goal, words="Ring the school", by=world.by)
            support = "alone" if number < alone else "for"
            actions.do_step(step=step, support=support, on=world.ago(ago), by=world.by)


def few_steps(world):
    goal = rated(world)[0]
    for ago in (185, 30):
        step = actions.add_step(goal=goal, words="Ring the school", by=world.by)
        actions.do_step(step=step, support="alone", on=world.ago(ago), by=world.by)


CASES = [
    Case("nothing", nothing, Outcome.NO_DATA, Strength.NOTHING),
    Case("people without plans", lambda world: people(world, 2), Outcome.NO_DATA, Strength.NOTHING),
    Case("plans that the worker chose, no strengths", lambda world: planned(world, people(world)[0], "worker", ""), Outcome.NOT_SUPPORTED, Strength.NOTHING),
    Case("two people rated themselves twice", lambda world: rated(world, 2), Outcome.PARTLY, Strength.TOLD),
    Case("ten people improved", rated, Outcome.SUPPORTED, Strength.COUNTED),
    Case("ten people stayed low", lambda world: rated(world, last=LOW), Outcome.PARTLY, Strength.TOLD),
    Case("more steps alone, no statement", lambda world: steps(world, 2, 6), Outcome.SUPPORTED, Strength.COUNTED),
    Case("fewer steps alone", lambda world: steps(world, 6, 2), Outcome.SUPPORTED, Strength.COUNTED),
    Case("one step in each half year", few_steps, Outcome.SUPPORTED, Strength.COUNTED),
    Case("entered months later", lambda world: rated(world, late=40), Outcome.SUPPORTED, Strength.TOLD, backdated=True),
    Case("more steps alone, and a statement signed", lambda world: (steps(world, 2, 6), signed(world, "R2.1")), Outcome.SUPPORTED, Strength.CONFIRMED),
]  # fmt: skip


def test_case(world, case):
    compare(world, case, "R2.1")
