import pytest
from django.core.exceptions import ValidationError

from cairn.assessments.facts import portrait_of
from cairn.publications import actions
from cairn.publications.portrait import digest_of, from_text
from tests.assessments.factories import an_assessment


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
