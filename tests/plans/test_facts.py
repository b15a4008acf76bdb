from datetime import date, timedelta
from decimal import Decimal

import pytest

from cairn.needs import facts as needs
from cairn.participants.counting import Share
from cairn.plans import actions, facts
from cairn.plans.models import FollowUp, Goal
from tests.needs.factories import a_talk
from tests.participants.factories import a_participant
from tests.plans.conftest import a_goal

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("baseline", "now", "share"),
    [(0, 5, 50), (None, 5, 50), (0, 20, 100), (4, 2, 0), (20, 15, 50), (None, None, None), (0, None, 0)],
)
def test_how_far_a_goal_is(plan, worker, today, baseline, now, share):
    goal = a_goal(
        plan, worker, baseline=None if baseline is None else Decimal(baseline), due_on=date(2025, 5, 1)
    )
    if now is not None:
        goal.progress.create(participant=plan.participant, on=today, quantity=Decimal(now), by=worker)

    card = facts.card_of(goal)

    assert card.share == share
    assert card.overdue


def test_a_goal_that_was_where_it_should_be_is_there(plan, worker):
    goal = Goal(quantity=Decimal(3), baseline=Decimal(3))

    assert facts._way(goal, Decimal(3)) == 100  # such a goal cannot be made any more, but may be there


def test_what_waits_for_a_worker(practice, participant, coordinator, worker, today):
    second = a_participant(practice, coordinator, worker=worker)
    third = a_participant(practice, coordinator, worker=worker)
    a_participant(practice, coordinator)
    plan = actions.begin(participant=participant, begun_on=today - timedelta(days=85), by=worker)
    a_goal(plan, worker, due_on=today - timedelta(days=3))
    a_goal(plan, worker, due_on=today + timedelta(days=30))
    actions.begin(participant=third, begun_on=today - timedelta(days=100), by=worker)
    actions.leave(participant=third, on=today - timedelta(days=85), reason="other", result="none", by=worker)

    found = facts.waiting_for(worker, practice.pk)

    assert [(each.participant, each.what) for each in found] == [
        (second.pk, "plan"),
        (participant.pk, "goal"),
        *sorted([(participant.pk, "review"), (third.pk, "follow_up")], key=lambda each: _due(found, each)),
    ]


def _due(found, each):
    return next(w.due_on for w in found if (w.participant, w.what) == each)


def test_figures_are_counts_and_nothing_counted_is_nothing(practice, plan, participant, worker, today):
    year_ago = today - timedelta(days=365)
    before = facts.figures(practice.pk, year_ago, today)
    assert before.goals_reached == Share(0, 0)

    papers = a_goal(plan, worker, kind="papers", chosen_by="worker", due_on=today - timedelta(days=1))
    goal = a_goal(plan, worker, due_on=today - timedelta(days=1))
    actions.review(plan=plan, on=today, by=worker, progress={papers.pk: Decimal(10)}, strength="Patience")
    for support in ("alone", "for"):
        step = actions.add_step(goal=goal, words="One", by=worker)
        actions.do_step(step=step, support=support, on=today, by=worker)
    actions.leave(
        participant=participant, on=today - timedelta(days=300), reason="completed", result="job", by=worker
    )
    for months, holds in ((3, "yes"), (6, "yes")):
        actions.follow_up(
            due=FollowUp.objects.get(months=months), on=today, contact="reached", by=worker, holds=holds
        )

    found = facts.figures(practice.pk, year_ago, today)

    assert found.goals_with_number_and_day == Share(2, 2)
    assert found.chosen_by_person == Share(1, 2)
    assert found.preconditions_done == Share(1, 1)
    assert found.goals_reached == Share(1, 2)
    assert found.reviews_with_strength == Share(1, 1)
    assert found.steps_alone == Share(1, 2)
    assert found.positive_exits == Share(1, 1)
    assert found.follow_ups_done == Share(2, 2)
    assert found.still_holds == Share(1, 1)
    assert found.plans == 1


@pytest.mark.parametrize(
    ("part", "whole", "all_of_it", "words"),
    [(0, 0, False, "nothing yet"), (2, 9, False, "too few to tell"), (0, 3, False, "too few to tell"),
     (8, 9, False, "too few to tell"), (5, 10, False, "5 of 10"), (10, 10, False, "10 of 10"), (2, 3, True, "2 of 3")],
)  # fmt: skip
def test_small_counts_are_for_those_who_work_with_the_people(part, whole, all_of_it, words):
    assert facts._words(Share(part, whole), whole=all_of_it) == words


def test_whoever_came_back_is_not_asked_how_they_fare(practice, participant, worker, today):
    actions.leave(
        participant=participant, on=today - timedelta(days=200), reason="moved", result="none", by=worker
    )
    span = (today - timedelta(days=365), today)
    assert [one.months for one in facts.follow_ups_between(practice.pk, *span)] == [3, 6]

    actions.come_back(participant=participant, on=today - timedelta(days=60), by=worker)

    assert [one.months for one in facts.follow_ups_between(practice.pk, *span)] == [3]


def test_who_is_on_the_way_to_work(practice, goal, worker, today):
    assert facts.towards_work(practice.pk, today) == {goal.participant_id}
    actions.close_goal(goal=goal, state="reached", on=today, by=worker)
    assert facts.towards_work(practice.pk, today) == set()


def test_needs_that_have_a_goal(practice, participant, plan, worker):
    a_talk(participant, worker, housing="high", work="low")
    housing, _work = needs.needs_of(participant.pk)
    a_goal(plan, worker, need=housing)
    a_goal(plan, worker)

    assert facts.needs_with_goals(practice.pk) == {housing.pk}


def test_what_groups_are_compared_by(practice, participant, plan, worker, today):
    learnt = a_goal(plan, worker, kind="training", due_on=today)
    actions.close_goal(goal=learnt, state="reached", on=today, by=worker)
    a_goal(plan, worker, due_on=today)
    seen = actions.review(plan=plan, on=today, by=worker, progress={}, strength="Patient")
    on = today - timedelta(days=200)
    gone = actions.leave(participant=participant, on=on, reason="completed", result="recognition", by=worker)
    first, second = gone.follow_ups.filter(months__in=(3, 6))
    actions.follow_up(due=first, on=today, contact="reached", by=worker)
    actions.follow_up(due=second, on=today, contact="not_reached", by=worker)

    assert facts.goals_due(practice.pk, today, today) == {participant.pk: Share(1, 2)}
    assert facts.gained(practice.pk, today) == {participant.pk}
    assert list(facts.reviews(practice.pk, today, today)) == [seen]
    assert list(facts.left(practice.pk, on, today)) == [gone]
    assert list(facts.answered(practice.pk, on, today)) == [first]
