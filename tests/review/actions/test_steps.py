"""Submit, take back, return, approve; and what an approval is worth once the text has changed."""

import pytest
from django.core.exceptions import ValidationError

from cairn.assessments import actions as assessments
from cairn.assessments.enums import State
from cairn.assessments.facts import approval_holds, fingerprint, numbered
from cairn.assessments.outline import Outline
from cairn.people.enums import Permission
from cairn.people.facts import people_who_may
from cairn.practices import actions as practices
from cairn.publications.actions import withdraw
from cairn.review import facts
from cairn.review.actions import steps
from cairn.review.enums import Verb
from tests.assessments.factories import mark, say
from tests.assessments.weighing import AGAINST


def told(person):
    return [str(notice) for notice in person.notices.order_by("pk")]


def test_what_is_open_is_said_and_may_be_submitted_all_the_same(assessment, assessor, reviewer):
    with pytest.raises(ValidationError, match="still open on 3 pages") as refused:
        steps.submit(assessment=assessment, seen=State.DRAFT, by=assessor)
    assert refused.value.code == "open"
    assert not facts.steps_of(assessment).exists()

    step = steps.submit(
        assessment=assessment, seen=State.DRAFT, by=assessor, note=" Please look. ", open_is_fine=True
    )

    assert numbered(assessment.pk).stands is State.IN_REVIEW
    assert (step.note, step.fingerprint) == ("Please look.", fingerprint(assessment))
    assert str(step) == f"{assessment.pk}: submit"
    assert told(reviewer) == ["Asad submitted the assessment of Bread and Words for review."]


def test_only_who_submitted_takes_it_back(submitted, assessor, coordinator, reviewer):
    with pytest.raises(ValidationError, match="Only who submitted it"):
        steps.take_back(assessment=submitted, seen=State.IN_REVIEW, by=coordinator)

    steps.take_back(assessment=submitted, seen=State.IN_REVIEW, by=assessor)

    assert numbered(submitted.pk).stands is State.DRAFT
    assert told(reviewer)[-1] == "Asad took the assessment of Bread and Words back from review."


def test_returning_needs_a_note_and_names_what_needs_work(submitted, reviewer, assessor, coordinator):
    with pytest.raises(ValidationError, match="Say what has to change"):
        steps.send_back(assessment=submitted, seen=State.IN_REVIEW, by=reviewer, note="  ")
    with pytest.raises(ValidationError, match="does not have these: Z9"):
        steps.send_back(assessment=submitted, seen=State.IN_REVIEW, by=reviewer, note="Look.", nodes=["Z9"])
    with pytest.raises(ValidationError, match="5000 characters"):
        steps.send_back(assessment=submitted, seen=State.IN_REVIEW, by=reviewer, note="x" * 5001)

    step = steps.send_back(
        assessment=submitted, seen=State.IN_REVIEW, by=reviewer, note="A1 needs words.", nodes=["A1"]
    )

    assert step.nodes == ["A1"]
    assert numbered(submitted.pk).stands is State.RETURNED
    for person in (assessor, coordinator):
        assert told(person)[-1] == "Rian returned the assessment of Bread and Words with notes."
    steps.submit(assessment=submitted, seen=State.RETURNED, by=assessor, open_is_fine=True)
    assert numbered(submitted.pk).stands is State.IN_REVIEW


def test_nobody_approves_what_they_wrote_or_submitted(
    assessment, coordinator, second_coordinator, second_assessor, reviewer
):
    steps.submit(assessment=assessment, seen=State.DRAFT, by=second_coordinator, open_is_fine=True)
    digest = fingerprint(assessment)

    with pytest.raises(ValidationError, match="You wrote part of this"):
        steps.approve(assessment=assessment, seen=State.IN_REVIEW, digest=digest, by=coordinator)
    with pytest.raises(ValidationError, match="You asked for this review"):
        steps.approve(assessment=assessment, seen=State.IN_REVIEW, digest=digest, by=second_coordinator)

    assert facts.approvers_of(assessment) == [reviewer]
    steps.approve(assessment=assessment, seen=State.IN_REVIEW, digest=digest, by=reviewer)
    assert approval_holds(numbered(assessment.pk))
    assert told(coordinator)[-1] == "Rian approved the assessment of Bread and Words."


def test_only_what_was_read_is_approved(submitted, assessor, reviewer):
    read = fingerprint(submitted)
    mark(submitted, assessor, A1_1="not-met")

    with pytest.raises(ValidationError, match="changed while you were reading"):
        steps.approve(assessment=submitted, seen=State.IN_REVIEW, digest=read, by=reviewer)

    assert numbered(submitted.pk).stands is State.IN_REVIEW
    assert facts.last_step(submitted, Verb.APPROVE) is None


def test_of_two_reviewers_at_once_the_second_is_told(submitted, reviewer, second_reviewer):
    late = numbered(submitted.pk)
    steps.approve(assessment=submitted, seen=State.IN_REVIEW, digest=fingerprint(submitted), by=reviewer)

    with pytest.raises(ValidationError, match="Someone else was faster: it stands as “Approved” now"):
        steps.send_back(assessment=late, seen=State.IN_REVIEW, by=second_reviewer, note="No.")

    assert facts.steps_of(submitted).count() == 2
    assert approval_holds(numbered(submitted.pk))


@pytest.mark.parametrize("seen", [State.IN_REVIEW, State.APPROVED, State.PUBLISHED])
def test_only_drafts_and_what_was_returned_are_submitted(assessment, assessor, seen):
    with pytest.raises(ValidationError, match="Only a draft, or what was returned"):
        steps.submit(assessment=assessment, seen=seen, by=assessor)


def test_what_was_published_meanwhile_takes_no_step(approved, coordinator, second_reviewer):
    late = numbered(approved.pk)
    assessments.publish(assessment=approved, by=coordinator)

    with pytest.raises(ValidationError, match="stands as “Published” now"):
        steps.send_back(assessment=late, seen=State.APPROVED, by=second_reviewer, note="Wait.")

    assert facts.steps_of(approved).count() == 2


def test_a_mark_after_approval_voids_it_once(approved, assessor, reviewer, coordinator):
    mark(approved, assessor, A1_2="met")
    mark(approved, assessor, A2_1="met")

    void = facts.last_step(approved, Verb.VOID)
    assert (void.by, void.to_state) == (assessor, State.IN_REVIEW)
    assert facts.steps_of(approved).filter(verb=Verb.VOID).count() == 1
    said = "The approval of the assessment of Bread and Words by Rian is void, because Asad changed it since."
    assert told(reviewer).count(said) == told(coordinator).count(said) == 1


def test_undoing_after_approval_voids_it_too(approved, assessor):
    assessments.undo(change=approved.changes.get(), by=assessor)

    assert facts.last_step(approved, Verb.VOID).by == assessor


def test_facts_of_the_practice_are_part_of_what_was_approved(approved, coordinator, reviewer):
    practices.revise(practice=approved.practice, revision=1, by=coordinator, summary="Other words.")

    assert numbered(approved.pk).stands is State.IN_REVIEW
    assert facts.last_step(approved, Verb.VOID).by == coordinator
    assert told(reviewer)[-1].endswith("is void, because Cora changed it since.")


def test_a_change_that_changes_no_word_leaves_the_approval_alone(approved, assessor):
    practices.revise(practice=approved.practice, revision=1, by=assessor, title="Bread and Words")
    say(approved, assessor, "A1.1", level="met")

    assert approval_holds(numbered(approved.pk))
    assert steps.void(assessment=approved, by=None) is not None
    assert steps.void(assessment=approved, by=None) is None


def test_everyone_with_a_part_in_it_hears_of_the_edition(approved, coordinator, assessor, reviewer):
    edition = assessments.publish(assessment=approved, by=coordinator)

    for person in (assessor, reviewer):
        assert told(person)[-1] == "Cora published the assessment of Bread and Words as edition 1."
    withdraw(publication=edition, by=coordinator, reason="A name was in it.")
    assert [(event.what, event.by.name, event.note) for event in facts.timeline(numbered(approved.pk))] == [
        ("Begun", "Cora", ""),
        ("Submitted for review", "Asad", ""),
        ("Approved", "Rian", "Clear."),
        ("Published as edition 1", "Cora", ""),
        ("Edition 1 withdrawn", "Cora", "A name was in it."),
    ]


def test_who_left_is_asked_for_nothing(organisation, reviewer):
    reviewer.is_active = False
    reviewer.save()

    assert not people_who_may(Permission.APPROVE, organisation).exists()


def test_marks_to_look_at_again_are_confirmed(assessment, assessor, records):
    records["A1.1"] = AGAINST

    with pytest.raises(ValidationError, match="1 mark should be looked at again") as refused:
        steps.submit(assessment=assessment, seen=State.DRAFT, by=assessor)

    assert refused.value.code == "open"
    assert steps.submit(assessment=assessment, seen=State.DRAFT, by=assessor, open_is_fine=True)


def test_where_nothing_is_open_nothing_has_to_be_confirmed(assessment, assessor, monkeypatch):
    monkeypatch.setattr(Outline, "tasks", lambda _self: [])

    assert steps.submit(assessment=assessment, seen=State.DRAFT, by=assessor)
