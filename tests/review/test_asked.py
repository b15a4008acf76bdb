"""What waits for a person costs as much to count for one review as for three, and is what they can approve."""

import pytest

from cairn.assessments.enums import State
from cairn.review import facts
from cairn.review.actions import steps
from cairn.review.asked import asked_of, number_asked
from tests.assessments.factories import an_assessment, mark
from tests.factories import Reviewer, a_person


def in_review(organisation, starter, asker, **marks):
    assessment = an_assessment(organisation, starter)
    if marks:
        mark(assessment, marks.pop("author"), **marks)
    steps.submit(assessment=assessment, seen=State.DRAFT, by=asker, open_is_fine=True)
    return assessment


@pytest.mark.parametrize("number", [1, 3])
def test_the_number_costs_as_many_queries_for_three_reviews_as_for_one(
    organisation, coordinator, assessor, reviewer, number, django_assert_num_queries
):
    for _each in range(number):
        in_review(organisation, coordinator, assessor)

    with django_assert_num_queries(5):
        waiting = number_asked(reviewer)

    assert waiting == len(asked_of(reviewer)) == number


def test_only_what_a_person_can_approve_waits_for_them(
    organisation, coordinator, second_coordinator, assessor, reviewer
):
    rune = a_person("Rune", organisation, Reviewer)
    begun = in_review(organisation, coordinator, assessor)
    written = in_review(organisation, second_coordinator, assessor, author=reviewer, A1_1="met")
    asked = in_review(organisation, second_coordinator, coordinator)

    for person in (coordinator, second_coordinator, assessor, reviewer, rune):
        waiting = set(facts.waiting_for(person))

        assert waiting == {each for each in (begun, written, asked) if person in facts.approvers_of(each)}, (
            person
        )
    assert set(facts.waiting_for(reviewer)) == {begun, asked}
    assert set(facts.waiting_for(rune)) == {begun, written, asked}


def test_what_someone_else_submits_anew_waits_for_whoever_submitted_it_before(
    organisation, coordinator, assessor, second_coordinator
):
    assessment = in_review(organisation, coordinator, second_coordinator)
    assert not facts.waiting_for(second_coordinator)
    steps.take_back(assessment=assessment, seen=State.IN_REVIEW, by=second_coordinator)

    steps.submit(assessment=assessment, seen=State.DRAFT, by=assessor, open_is_fine=True)

    assert list(facts.waiting_for(second_coordinator)) == [assessment]
