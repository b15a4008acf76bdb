from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from cairn.common.conflict import Conflict
from cairn.improvement import actions, facts
from cairn.improvement.enums import State
from cairn.improvement.models import ImprovementAction, Progress
from tests.assessments.factories import an_assessment, mark
from tests.improvement.factories import plan


@pytest.fixture
def assessment(organisation, coordinator):
    assessment = an_assessment(organisation, coordinator)
    mark(assessment, coordinator, A1_1="not-met", A1_2="met")
    return assessment


def notices(person):
    return [str(notice) for notice in person.notices.all()]


def test_an_action_is_planned_and_its_owner_told(assessment, coordinator, assessor):
    action = plan(
        assessment,
        coordinator,
        owner=assessor,
        what="Ask a mediator.",
        due_on=date(2030, 1, 2),
        expected="Trust",
    )

    assert (action.practice, action.state) == (assessment.practice, State.PLANNED)
    assert str(action) == "A1.1: Ask a mediator."
    assert notices(assessor) == ["Cora gave you something to improve in “Bread and Words”: Ask a mediator."]
    change = action.changes.get()
    assert (str(change), change.before) == (f"{action.pk} r1", {})
    assert change.after["due_on"] == "2030-01-02"


def test_only_weak_items_are_improved_and_only_by_people_of_the_house(assessment, coordinator, stranger):
    with pytest.raises(ValidationError, match="not weak"):
        plan(assessment, coordinator, "A1.2")
    with pytest.raises(ValidationError, match="does not belong"):
        plan(assessment, coordinator, owner=stranger)
    with pytest.raises(ValidationError, match="cannot be blank"):
        plan(assessment, coordinator, what="")

    assert not ImprovementAction.objects.exists()


def test_it_goes_on_to_its_end_and_can_be_taken_up_again(assessment, coordinator):
    action = plan(assessment, coordinator)

    done = actions.revise(
        action=action, revision=1, by=coordinator, state=State.DONE, effect="They came back."
    )

    assert done.ended_at is not None
    again = actions.revise(action=action, revision=2, by=coordinator, state=State.UNDER_WAY)
    assert (again.ended_at, again.effect) == (None, "They came back.")
    assert [change.after for change in again.changes.all()][:2] == [
        {"state": "under_way"},
        {"state": "done", "effect": "They came back."},
    ]


def test_it_is_dropped_for_a_reason_only(assessment, coordinator):
    action = plan(assessment, coordinator)
    with pytest.raises(ValidationError, match="Say why"):
        actions.revise(action=action, revision=1, by=coordinator, state=State.DROPPED, reason=" ")

    dropped = actions.revise(
        action=action, revision=1, by=coordinator, state=State.DROPPED, reason="No money."
    )

    assert dropped.reason == "No money."
    again = actions.revise(action=action, revision=2, by=coordinator, state=State.PLANNED)
    assert again.changes.first().before == {"state": "dropped", "reason": "No money."}
    with pytest.raises(IntegrityError), transaction.atomic():
        ImprovementAction.objects.update(state=State.DROPPED, ended_at=timezone.now())
    with pytest.raises(IntegrityError), transaction.atomic():
        ImprovementAction.objects.update(state=State.DONE)


def test_two_people_do_not_write_over_each_other(assessment, coordinator, assessor):
    action = plan(assessment, coordinator)
    actions.revise(action=action, revision=1, by=assessor, what="Theirs", due_on=date(2030, 1, 1))

    with pytest.raises(Conflict) as conflict:
        actions.revise(action=action, revision=1, by=coordinator, what="Mine")

    assert (conflict.value.theirs.what, conflict.value.fields) == ("Theirs", ("what",))
    both = actions.revise(action=action, revision=1, by=coordinator, what="Work on A1.1.", expected="Trust")
    assert (both.what, both.expected) == ("Theirs", "Trust")
    same = actions.revise(action=action, revision=1, by=coordinator, what="Theirs")
    assert same.revision == both.revision


def test_a_new_owner_is_told(assessment, coordinator, assessor, reader):
    action = plan(assessment, coordinator)

    actions.revise(action=action, revision=1, by=coordinator, owner=reader)

    assert len(notices(reader)) == 1
    assert notices(coordinator) == []


def test_unknown_fields_are_refused(assessment, coordinator):
    with pytest.raises(TypeError, match="node_id"):
        actions.revise(action=plan(assessment, coordinator), revision=1, by=coordinator, node_id="A1.2")


@pytest.mark.parametrize(
    "link", ["http://example.org", "https://a b", "javascript:1", 7, "https://" + "a" * 2_000]
)
def test_proof_is_linked_securely(assessment, coordinator, link):
    action = plan(assessment, coordinator)

    with pytest.raises(ValidationError, match="Links begin with https"):
        actions.revise(action=action, revision=1, by=coordinator, links=[link])
    with pytest.raises(ValidationError, match="At most 10"):
        actions.revise(action=action, revision=1, by=coordinator, links=["https://example.org"] * 11)
    kept = actions.revise(action=action, revision=1, by=coordinator, links=("https://example.org/report",))
    assert kept.links == ["https://example.org/report"]


def test_progress_is_added_in_words(assessment, coordinator):
    action = plan(assessment, coordinator)

    first = actions.note(action=action, text=" Two calls made. ", by=coordinator)

    assert str(first) == "Two calls made."
    with pytest.raises(ValidationError):
        actions.note(action=action, text="  ", by=coordinator)
    actions.note(action=action, text="A third.", by=coordinator)
    assert [each.text for each in action.progress.all()] == ["A third.", "Two calls made."]
    assert Progress.objects.count() == 2


def test_owners_are_reminded_once_a_day_and_again_near_the_day(assessment, coordinator, assessor):
    today = date(2030, 5, 10)
    soon = plan(assessment, coordinator, owner=assessor, due_on=today + timedelta(days=5))
    plan(assessment, coordinator, owner=assessor, due_on=today + timedelta(days=8))
    plan(assessment, coordinator, owner=assessor)
    plan(assessment, coordinator, owner=coordinator, what="Late.", due_on=today - timedelta(days=1))

    assert actions.remind(today=today) == 2
    assert actions.remind(today=today) == 0

    assert notices(assessor)[0] == "This is due by 2030-05-15 in “Bread and Words”: Work on A1.1."
    assert notices(coordinator) == ["This is overdue since 2030-05-09 in “Bread and Words”: Late."]
    assert actions.remind(today=today + timedelta(days=4)) == 2  # the day before, and the one that comes near
    assert actions.remind(today=today + timedelta(days=5)) == 1
    assert soon.pk in {each.pk for each in facts.to_remind(today + timedelta(days=20))}


def test_the_timer_says_how_many(assessment, coordinator):
    plan(assessment, coordinator, due_on=timezone.localdate())
    said = StringIO()

    call_command("remind_owners", stdout=said)

    assert said.getvalue() == "Reminded of 1 actions.\n"


def test_someone_who_left_is_not_given_anything_new(assessment, coordinator, assessor):
    action = plan(assessment, coordinator, owner=assessor)
    assessor.memberships.all().delete()

    assert not facts.updatable_by(assessor).exists()
    kept = actions.revise(action=action, revision=1, by=coordinator, expected="Still theirs.")
    assert kept.owner == assessor
