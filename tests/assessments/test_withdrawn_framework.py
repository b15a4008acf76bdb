"""A version taken out of use: nothing new by it, and nothing lost of what went by it."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from cairn.assessments import facts
from cairn.assessments.views.start import frameworks_to_choose
from cairn.frameworks import actions as frameworks
from tests.assessments.factories import an_assessment, say

pytestmark = pytest.mark.django_db


@pytest.fixture
def assessment(organisation, coordinator):
    assessment = an_assessment(organisation, coordinator)
    say(assessment, coordinator, "A1.1", level="met")
    frameworks.withdraw(version=assessment.framework_version, reason="A wrong word.", by=coordinator)
    return assessment


def test_it_is_not_offered_and_not_taken(assessment, organisation, coordinator):
    assert frameworks_to_choose() == []

    with pytest.raises(ValidationError, match="taken out of use"):
        an_assessment(organisation, coordinator, practice=assessment.practice)


def test_what_went_by_it_goes_on_and_says_so(client, assessment, coordinator):
    client.force_login(coordinator)

    page = client.get(reverse("assessment", args=[assessment.pk])).content.decode()
    say(assessment, coordinator, "A1.2", level="met")

    assert "This assessment goes on unharmed. The reason: A wrong word." in page
    assert facts.entries_of(assessment)["A1.2"].level == "met"
