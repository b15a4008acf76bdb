"""Taking a grid of skills away: asked for what, noted, and only for who may."""

import pytest
from django.test import Client
from django.urls import reverse

from cairn.participants import actions as participants
from cairn.people.roles import Mediator
from cairn.trail.models import Entry
from tests.factories import a_person
from tests.reports.skills.conftest import practice, told, worker  # noqa: F401  # the same person

pytestmark = pytest.mark.django_db


def address(person, kind="json"):
    return reverse("skills_export", args=[person.pk, kind])


def entered(person):
    client = Client()
    client.force_login(person)
    return client


def words(answer):
    return " ".join(answer.content.decode().split())


def test_it_is_asked_what_for_and_what_stands_in_the_way_is_kept_back(told, worker):  # noqa: F811
    form = words(entered(worker).get(address(told) + "?beside=ar"))

    assert "What you need it for" in form
    assert '<option value="ar" selected>' in form
    assert 'value="languages" id="id_sections_1" checked' in form
    assert 'value="barriers" id="id_sections_6">' in form


def test_it_leaves_with_the_purpose_in_the_trail(told, worker):  # noqa: F811
    said = {"purpose": "Asked for work with a baker.", "beside": "ar", "sections": ["languages"]}

    answer = entered(worker).post(address(told), said)

    assert answer["Content-Disposition"].startswith("attachment")
    assert "no-store" in answer["Cache-Control"]
    assert list(answer.json()["profile"]) == ["languageSkills"]
    noted = Entry.objects.order_by("number").last()
    assert (noted.deed, noted.thing, noted.reason) == ("exported", told.thing, said["purpose"])


def test_without_a_purpose_nothing_leaves(told, worker):  # noqa: F811
    answer = entered(worker).post(address(told), {"purpose": "", "sections": ["languages"]})

    assert answer.status_code == 422
    assert not Entry.objects.filter(deed="exported").exists()


def test_whoever_may_not_export_finds_nothing(told, practice, coordinator):  # noqa: F811
    mediator = a_person("Mo", practice.organisation, Mediator)
    participants.assign(participant=told, worker=mediator, by=coordinator)

    assert entered(mediator).get(reverse("skills", args=[told.pk])).status_code == 200
    assert entered(mediator).get(address(told)).status_code == 404


def test_there_is_no_other_format(told, worker):  # noqa: F811
    assert entered(worker).get(address(told, "exe")).status_code == 404


def test_the_grid_leads_there(told, worker):  # noqa: F811
    page = words(entered(worker).get(reverse("skills", args=[told.pk]) + "?beside=ar"))

    assert f'href="{address(told, "pdf")}?beside=ar"' in page
