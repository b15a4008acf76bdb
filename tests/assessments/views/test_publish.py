import pytest
from django.urls import reverse

from cairn.assessments import facts
from cairn.publications.models import Publication
from tests.assessments.factories import mark


@pytest.fixture(autouse=True)
def _addresses(monkeypatch):
    """Where an edition is shown is the public room's matter."""
    monkeypatch.setattr(Publication, "get_absolute_url", lambda self: f"/edition/{self.edition}/")


def test_what_is_open_is_said_before_publishing(client, assessment, coordinator):
    mark(assessment, coordinator, A1_1="met")
    client.force_login(coordinator)
    address = reverse("assessment_publish", args=[assessment.pk])

    assert "4 not decided" in client.get(address).content.decode()
    assert client.post(address).url == "/edition/1/"
    assert facts.last_edition(assessment.practice).edition == 1


def test_nothing_new_is_not_published_twice(client, assessment, coordinator):
    client.force_login(coordinator)
    address = reverse("assessment_publish", args=[assessment.pk])
    client.post(address)

    page = client.post(address).content.decode()

    assert "This assessment was published before." in page
    assert "The last edition has the number 1" in page


def test_assessors_do_not_publish(client, assessment, assessor):
    client.force_login(assessor)

    assert client.get(reverse("assessment_publish", args=[assessment.pk])).status_code == 404
