from datetime import timedelta

import pytest
from django.urls import reverse

from cairn.plans import actions, facts
from cairn.plans.models import Goal, PlanReview, Step, WorkPlan
from cairn.trail import facts as trail
from tests.plans.conftest import a_goal

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed_in(client, worker):
    client.force_login(worker)
    return client


def at(name, *rest):
    return reverse(name, args=rest)


def page(answer):
    return answer.content.decode()


def a_said_goal(today, **more):
    return {
        "words": "Find a course", "kind": "training", "chosen_by": "together", "quantity": "2", "unit": "applications",
        "due_on": str(today + timedelta(days=60)),
    } | more  # fmt: skip


def test_without_a_plan_the_page_says_how_to_begin(signed_in, participant, today):
    assert "No work plan yet" in page(signed_in.get(at("plan", participant.pk)))
    for name in ("goal_new", "plan_review"):
        assert signed_in.get(at(name, participant.pk)).status_code == 404

    assert "Begin a work plan" in page(signed_in.get(at("plan_begin", participant.pk)))
    answer = signed_in.post(at("plan_begin", participant.pk), {"begun_on": str(today)})
    assert answer.url == at("plan", participant.pk)
    again = signed_in.post(at("plan_begin", participant.pk), {"begun_on": str(today)})
    assert again.status_code == 422
    assert "open work plan already" in page(again)
    assert "No open goal" in page(signed_in.get(at("plan", participant.pk)))


def test_a_goal_is_set_changed_and_closed(signed_in, plan, participant, today):
    new = at("goal_new", participant.pk)
    assert "Add a goal" in page(signed_in.get(new))
    assert signed_in.post(new, a_said_goal(today, quantity="")).status_code == 422
    signed_in.post(new, a_said_goal(today))
    goal = Goal.objects.get()
    edit = at("goal_edit", participant.pk, goal.pk)
    assert "Find a course" in page(signed_in.get(edit))

    late = signed_in.post(edit, a_said_goal(today, revision="1", due_on="2024-01-01"))
    assert "The plan had not begun on that day." in page(late)
    signed_in.post(edit, a_said_goal(today, revision="1", words="Find two courses"))
    clash = signed_in.post(edit, a_said_goal(today, revision="1", words="Find three courses"))
    assert clash.status_code == 409
    assert "Find two courses" in page(clash)
    assert "Find three courses" in page(clash)
    signed_in.post(edit, a_said_goal(today, revision="2", words="Find three courses"))
    assert Goal.objects.get().words == "Find three courses"
    assert signed_in.post(edit, a_said_goal(today, revision="x")).status_code == 422

    close = at("goal_close", participant.pk, goal.pk)
    signed_in.post(close, {"state": "nothing"})
    assert Goal.objects.get().state == "open"
    signed_in.post(close, {"state": "dropped"})
    assert "Goals that are closed" in page(signed_in.get(at("plan", participant.pk)))


def test_steps_are_added_and_done(signed_in, goal, participant, today):
    add = at("step_add", participant.pk, goal.pk)
    assert signed_in.post(add, {"words": ""}).status_code == 422
    signed_in.post(add, {"words": "Call the school", "due_on": str(today)})
    step = Step.objects.get()

    assert "Call the school" in page(signed_in.get(at("plan", participant.pk)))
    signed_in.post(at("step_do", participant.pk, step.pk), {"support": "nothing"})
    assert Step.objects.get().done_on is None
    signed_in.post(at("step_do", participant.pk, step.pk), {"support": "alone"})
    assert "done alone" in page(signed_in.get(at("plan", participant.pk)))


def test_a_review_is_written_together(signed_in, plan, goal, participant, today):
    address = at("plan_review", participant.pk)
    assert "of 10 applications" in page(signed_in.get(address))
    said = {
        "on": str(today),
        f"goal-{goal.pk}": "4",
        "strength": "Patience",
        "words": "Go on.",
        "mediator": "true",
    }
    assert signed_in.post(address, said | {"on": "2024-01-01"}).status_code == 422

    signed_in.post(address, said)

    kept = PlanReview.objects.get()
    assert (kept.strength, kept.mediator) == ("Patience", True)
    shown = page(signed_in.get(at("plan", participant.pk)))
    assert "4 of 10 applications" in shown
    assert "Patience" in shown


def test_leaving_and_how_the_person_fares(signed_in, plan, participant, today):
    leave = at("leave", participant.pk)
    said = {
        "on": str(today - timedelta(days=100)),
        "reason": "completed",
        "result": "job",
        "words": "Well done.",
    }
    assert "The open plan ends" in page(signed_in.get(leave))
    assert signed_in.post(leave, said | {"result": ""}).status_code == 422
    signed_in.post(leave, said)
    assert "recorded already" in page(signed_in.get(leave))
    shown = page(signed_in.get(at("plan", participant.pk)))
    assert "Left the programme" in shown
    assert "overdue" in shown

    ask = at("follow_up", participant.pk, 3)
    assert "3 months after leaving" in page(signed_in.get(ask))
    assert signed_in.post(ask, {"on": str(today)}).status_code == 422
    signed_in.post(ask, {"on": str(today), "contact": "reached", "holds": "yes"})
    assert "The person was reached" in page(signed_in.get(at("plan", participant.pk)))
    assert signed_in.get(at("follow_up", participant.pk, 5)).status_code == 404
    assert signed_in.get(at("goal_new", participant.pk)).status_code == 404


def test_who_left_comes_back_and_begins_anew(signed_in, practice, plan, participant, worker, today):
    back = at("come_back", participant.pk)
    assert "has not left" in page(signed_in.get(back))
    assert "has not left" in page(signed_in.post(back, {"on": str(today)}))
    for days in (100, 5):
        left = today - timedelta(days=days)
        actions.leave(participant=participant, on=left, reason="other", result="none", by=worker)
        if days == 100:
            assert "had not left on that day" in page(
                signed_in.post(back, {"on": str(left - timedelta(days=1))})
            )
            assert "Everything is there" in page(signed_in.get(back))
            signed_in.post(back, {"on": str(today - timedelta(days=50))})
            shown = page(signed_in.get(at("plan", participant.pk)))
            assert "and came back on" in shown
            assert "This work plan has ended" in shown
            assert [each.what for each in facts.waiting_for(worker, practice.pk)] == ["plan"]

    assert "Left the programme" in page(signed_in.get(at("plan", participant.pk)))
    assert facts.figures(practice.pk, today - timedelta(days=200), today).positive_exits.whole == 1


def test_who_left_without_a_plan(signed_in, participant, worker, today):
    actions.leave(participant=participant, on=today, reason="other", result="none", by=worker)

    assert "left without a work plan" in page(signed_in.get(at("plan", participant.pk)))


def test_what_waits_stands_on_one_page_and_others_see_figures(
    client, signed_in, practice, participant, worker, coordinator, today
):
    plan = actions.begin(participant=participant, begun_on=today - timedelta(days=95), by=worker)
    waiting = page(signed_in.get(at("plans", practice.pk)))
    assert participant.code in waiting
    assert "look at the plan together" in waiting
    client.force_login(coordinator)
    figures = page(client.get(at("plans", practice.pk)))
    assert participant.code not in figures
    assert "nothing yet" in figures
    assert plan.pk


@pytest.mark.parametrize("goals", [1, 3])
def test_a_plan_asks_the_database_as_often_for_one_goal_as_for_three(
    signed_in, plan, worker, participant, today, goals, django_assert_max_num_queries
):
    for _ in range(goals):
        goal = a_goal(plan, worker)
        actions.add_step(goal=goal, words="One", by=worker)
    signed_in.get(at("plan", participant.pk))

    with django_assert_max_num_queries(19):
        signed_in.get(at("plan", participant.pk))


def test_only_the_assigned_worker_finds_a_plan_and_each_look_is_noted(
    client, signed_in, plan, participant, coordinator
):
    before = trail.of(participant.thing).count()
    signed_in.get(at("plan", participant.pk))
    assert trail.of(participant.thing).count() == before + 1
    client.force_login(coordinator)
    for name in ("plan", "plan_begin", "goal_new", "plan_review", "leave"):
        assert client.get(at(name, participant.pk)).status_code == 404
    assert WorkPlan.objects.count() == 1
    assert facts.plan_of(participant.pk) == plan
