"""Once a week those who lead are told what changed in the evidence of their practices."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from cairn.frameworks.facts import shipped_framework
from tests.assessments.factories import an_assessment
from tests.evidence.conftest import practice
from tests.evidence.states import stood

__all__ = ["practice"]
pytestmark = pytest.mark.django_db


def test_the_command_goes_through_all_practices(
    practice, coordinator, mailoutbox, django_capture_on_commit_callbacks
):
    stood(practice, timezone.localdate() - timedelta(days=20), P21="supported")
    said = StringIO()

    with django_capture_on_commit_callbacks(execute=True):
        call_command("digest", stdout=said)

    assert said.getvalue() == "Told: 1\n"
    assert "Weaker: P2.1" in mailoutbox[0].subject


def test_records_lead_to_the_evidence_by_which_a_practice_is_assessed(client, practice, coordinator):
    client.force_login(coordinator)
    address = reverse("records", args=[practice.pk])
    usual, other = (
        f'href="{reverse(name, args=[practice.pk, *more])}"'
        for name, more in (("evidence", []), ("evidence_of", ["core-humanitarian-standard"]))
    )

    assert usual in client.get(address).content.decode()

    framework = shipped_framework("core-humanitarian-standard")
    an_assessment(practice.organisation, coordinator, framework, practice=practice)

    shown = client.get(address).content.decode()
    assert other in shown
    assert usual not in shown
