from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from cairn.common.conflict import Conflict
from cairn.plans import actions, facts
from cairn.plans.enums import GoalState
from cairn.plans.models import FollowUp, WorkPlan
from cairn.practices.days import months_later
from cairn.trail import facts as trail
from cairn.vault.sealing import is_sealed
from tests.plans.conftest import a_goal

pytestmark = pytest.mark.django_db


def test_one_person_has_one_open_plan(plan, participant, worker):
    with pytest.raises(ValidationError, match="open work plan already"):
        actions.begin(participant=participant, begun_on=date(2025, 5, 1), by=worker)

    actions.end(plan=plan, on=date(2025, 6, 1), by=worker)
    second = actions.begin(participant=participant, begun_on=date(2025, 6, 2), by=worker)

    assert facts.plan_of(participant.pk) == second
    assert WorkPlan.objects.count() == 2


@pytest.mark.parametrize(
    ("day", "words"), [(date(2024, 12, 31), "had not begun"), (date(2999, 1, 1), "still to come")]
)
def test_a_plan_begins_on_a_possible_day(participant, worker, day, words):
    with pytest.raises(ValidationError, match=words):
        actions.begin(participant=participant, begun_on=day, by=worker)


def test_a_plan_does_not_end_before_it_begins(plan, worker):
    with pytest.raises(ValidationError, match="before it begins"):
        actions.end(plan=plan, on=date(2025, 3, 1), by=worker)


def test_what_a_goal_says_is_sealed_and_every_step_noted(plan, goal, participant, worker):
    with connection.cursor() as cursor:
        cursor.execute("SELECT words FROM plans_goal")
        assert is_sealed(cursor.fetchone()[0])
    assert [entry.deed for entry in trail.of(participant.thing)][:2] == ["created", "created"]


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"due_on": date(2025, 3, 1)}, "due_on"),
        ({"quantity": Decimal(-1)}, "quantity"),
        ({"baseline": Decimal(10)}, "quantity"),
        ({"kind": "nothing"}, "kind"),
    ],
)
def test_a_goal_that_cannot_be_is_refused_by_field(plan, worker, said, field):
    with pytest.raises(ValidationError) as refusal:
        a_goal(plan, worker, **said)

    assert set(refusal.value.message_dict) == {field}


def test_two_people_changing_one_goal_are_told(goal, worker):
    actions.revise_goal(goal=goal, revision=1, by=worker, quantity=Decimal(12))

    with pytest.raises(Conflict) as clash:
        actions.revise_goal(goal=goal, revision=1, by=worker, quantity=Decimal(8), unit="applications")

    assert clash.value.fields == ("quantity",)
    assert clash.value.theirs.quantity == 12


def test_steps_are_done_with_more_or_less_help(goal, worker, today):
    step = actions.add_step(goal=goal, words="Write a letter", by=worker, due_on=today)
    assert str(step).startswith("step")

    actions.do_step(step=step, support="together", on=today, by=worker)

    assert (step.done_on, step.support) == (today, "together")
    with pytest.raises(ValidationError):
        actions.do_step(step=step, support="together", on=today + timedelta(days=1), by=worker)


def test_a_review_moves_goals_on_and_closes_those_attained(plan, goal, worker, today):
    down = a_goal(
        plan, worker, words="Fewer debts", quantity=Decimal(100), baseline=Decimal(400), unit="euro"
    )
    far = a_goal(plan, worker, words="More", quantity=Decimal(5), unit="contacts", baseline=None)

    kept = actions.review(
        plan=plan,
        on=today,
        by=worker,
        progress={goal.pk: Decimal(10), down.pk: Decimal(90), far.pk: Decimal(1)},
        strength="Asked for help",
    )

    states = {each.pk: each.state for each in plan.goals.all()}
    assert states == {goal.pk: GoalState.REACHED, down.pk: GoalState.REACHED, far.pk: GoalState.OPEN}
    assert kept.strength_seen
    plan.refresh_from_db()
    assert plan.review_on == today + timedelta(days=facts.REVIEW_EVERY)


def test_a_review_is_on_a_day_of_the_plan(plan, worker):
    with pytest.raises(ValidationError, match="The plan had not begun"):
        actions.review(plan=plan, on=date(2025, 3, 1), by=worker, progress={})


def test_goals_are_closed_and_opened_again(goal, worker, today):
    actions.close_goal(goal=goal, state=GoalState.DROPPED, on=today, by=worker)
    assert goal.closed_on == today

    actions.close_goal(goal=goal, state=GoalState.OPEN, on=today, by=worker)
    assert goal.closed_on is None


def test_who_leaves_is_asked_again_five_times(plan, participant, worker):
    left = actions.leave(
        participant=participant, on=date(2025, 8, 31), reason="completed", result="job", by=worker
    )

    assert [due.due_on for due in left.follow_ups.all()] == [
        date(2025, 11, 30),
        date(2026, 2, 28),
        date(2026, 8, 31),
        date(2027, 8, 31),
        date(2028, 8, 31),
    ]
    plan.refresh_from_db()
    participant.refresh_from_db()
    assert plan.ended_on == participant.ended_on == date(2025, 8, 31)
    with pytest.raises(ValidationError, match="recorded already"):
        actions.leave(participant=participant, on=date(2025, 9, 1), reason="other", result="none", by=worker)


def test_a_follow_up_says_how_the_person_fares(participant, worker):
    actions.leave(participant=participant, on=date(2025, 8, 31), reason="completed", result="job", by=worker)
    due = FollowUp.objects.get(months=3)

    actions.follow_up(
        due=due, on=date(2025, 12, 1), contact="reached", by=worker, holds="yes", work="better", note="Well."
    )

    assert FollowUp.objects.get(months=3).note == "Well."
    with pytest.raises(ValidationError, match="had not left"):
        actions.follow_up(due=due, on=date(2025, 8, 1), contact="reached", by=worker)


def test_records_say_what_they_are(plan, goal, participant, worker, today):
    review = actions.review(plan=plan, on=today, by=worker, progress={goal.pk: Decimal(1)})
    left = actions.leave(participant=participant, on=today, reason="other", result="none", by=worker)

    assert [
        str(each) for each in (plan, goal, review, goal.progress.get(), left, left.follow_ups.first())
    ] == [
        "2025-04-01",
        f"work {goal.due_on}",
        f"{today}",
        f"{today}: 1.00",
        f"{today} none",
        f"3 months, {months_later(today, 3)}",
    ]
