import pytest
from django.core.exceptions import ValidationError

from cairn.assessments.facts import portrait_of
from cairn.publications import actions, facts
from cairn.publications.portrait import digest_of, from_text
from tests.assessments.factories import an_assessment
from tests.publications.factories import a_publication


def test_each_edition_is_numbered_and_hashed(organisation, coordinator):
    assessment = an_assessment(organisation, coordinator)
    portrait = portrait_of(assessment)

    edition = actions.freeze(practice=assessment.practice, portrait=portrait, by=coordinator)

    assert edition.edition == 1
    assert edition.digest == digest_of(edition.text)
    assert from_text(edition.text) == portrait


def test_the_same_portrait_makes_no_second_edition(organisation, coordinator):
    assessment = an_assessment(organisation, coordinator)
    actions.freeze(practice=assessment.practice, portrait=portrait_of(assessment), by=coordinator)

    with pytest.raises(ValidationError, match="since edition 1"):
        actions.freeze(practice=assessment.practice, portrait=portrait_of(assessment), by=coordinator)


def test_withdrawing_says_who_when_and_why(organisation, coordinator):
    edition = a_publication(organisation, coordinator)

    gone = actions.withdraw(publication=edition, by=coordinator, reason=" A name was in it. ")

    assert gone.withdrawal_reason == "A name was in it."
    assert gone.withdrawn_by == coordinator
    assert gone.withdrawn_at is not None
    assert facts.intact(gone)


def test_withdrawing_needs_a_reason_and_happens_once(organisation, coordinator):
    edition = a_publication(organisation, coordinator)

    with pytest.raises(ValidationError, match="Say why"):
        actions.withdraw(publication=edition, by=coordinator, reason=" ")
    actions.withdraw(publication=edition, by=coordinator, reason="Outdated.")
    with pytest.raises(ValidationError, match="withdrawn before"):
        actions.withdraw(publication=edition, by=coordinator, reason="Outdated.")


def test_after_withdrawal_the_same_may_be_published_again_as_another_edition(organisation, coordinator):
    first = a_publication(organisation, coordinator)
    actions.withdraw(publication=first, by=coordinator, reason="Too early.")

    again = actions.freeze(practice=first.practice, portrait=facts.portrait(first), by=coordinator)

    assert again.edition == 2
