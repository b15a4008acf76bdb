"""From draft to the public, and what can no longer change there."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from cairn.assessments import actions, facts
from cairn.assessments.enums import State
from cairn.assessments.facts import approval_holds, authors_of, numbered, standing_of
from cairn.assessments.saying import CannotUndo, Closed
from cairn.frameworks.enums import Mode, Standing
from cairn.practices import actions as practices
from cairn.publications.actions import withdraw
from tests.assessments.factories import an_assessment, mark
from tests.factories import an_organisation


def test_publishing_freezes_a_copy_that_later_marks_do_not_touch(assessment, assessor, coordinator):
    mark(assessment, assessor, A1_1="met")
    edition = actions.publish(assessment=assessment, by=coordinator)
    frozen = edition.text

    with pytest.raises(Closed, match="was published, so it stays as it is"):
        mark(assessment, assessor, A1_1="not-met")
    with pytest.raises(CannotUndo, match="was published"):
        actions.undo(change=assessment.changes.get(), by=assessor)

    edition.refresh_from_db()
    assert edition.text == frozen
    assert standing_of(assessment, "A1.1") is Standing.MET
    assert assessment.stands is State.PUBLISHED
    withdraw(publication=edition, by=coordinator, reason="A name was in it.")
    assert numbered(assessment.pk).stands is State.WITHDRAWN


def test_publishing_twice_is_refused(assessment, coordinator):
    actions.publish(assessment=assessment, by=coordinator)

    with pytest.raises(ValidationError, match="was published before"):
        actions.publish(assessment=assessment, by=coordinator)


def test_the_next_assessment_that_says_the_same_is_refused(assessment, coordinator):
    actions.publish(assessment=assessment, by=coordinator)
    again = actions.start(
        practice=assessment.practice,
        framework_version=assessment.framework_version,
        mode=Mode.SELF,
        language="en",
        by=coordinator,
        follows=assessment,
    )

    with pytest.raises(ValidationError, match="Nothing has changed since edition 1"):
        actions.publish(assessment=again, by=coordinator)

    assert again.follows == assessment


@pytest.fixture
def careful(coordinator):
    """An assessment in a house where two people look before anything is published."""
    return an_assessment(an_organisation("Careful House", four_eyes=True), coordinator)


def test_four_eyes_approve_exactly_what_stands(careful, coordinator, reviewer):
    mark(careful, coordinator, A1_1="met")
    actions.move(assessment=careful, to=State.IN_REVIEW)
    with pytest.raises(ValidationError, match="A second person has to approve it"):
        actions.publish(assessment=careful, by=coordinator)
    actions.move(assessment=careful, to=State.APPROVED)
    assert approval_holds(careful)

    mark(careful, coordinator, A1_2="met")

    assert numbered(careful.pk).stands is State.IN_REVIEW
    with pytest.raises(ValidationError, match="A second person has to approve it"):
        actions.publish(assessment=careful, by=coordinator)
    actions.move(assessment=careful, to=State.APPROVED)
    assert actions.publish(assessment=careful, by=coordinator).edition == 1


def test_facts_that_change_after_approval_void_it(careful, coordinator):
    actions.move(assessment=careful, to=State.IN_REVIEW)
    actions.move(assessment=careful, to=State.APPROVED)

    practices.revise(practice=careful.practice, revision=1, by=coordinator, summary="Other words.")

    assert not approval_holds(numbered(careful.pk))


def test_no_step_is_skipped(careful):
    with pytest.raises(ValidationError, match="“Draft” cannot become “Approved”"):
        actions.move(assessment=careful, to=State.APPROVED)


def test_whoever_wrote_anything_is_an_author(assessment, coordinator, assessor, reviewer):
    mark(assessment, assessor, A1_1="met")

    assert authors_of(assessment) == {coordinator.pk, assessor.pk}


def test_a_day_can_be_set_until_it_is_public(assessment, coordinator):
    actions.set_due(assessment=assessment, due_on=date(2027, 1, 8))
    assert numbered(assessment.pk).due_on == date(2027, 1, 8)
    assert facts.on_their_way().get() == assessment

    actions.publish(assessment=assessment, by=coordinator)

    assert not facts.on_their_way().exists()
    with pytest.raises(ValidationError, match="was published before"):
        actions.set_due(assessment=assessment, due_on=None)


def test_a_step_from_where_it_no_longer_stands_is_refused(assessment):
    actions.move(assessment=assessment, to=State.IN_REVIEW, seen=State.DRAFT)

    with pytest.raises(ValidationError, match="Someone else was faster: it stands as “In review” now"):
        actions.move(assessment=assessment, to=State.DRAFT, seen=State.RETURNED)
