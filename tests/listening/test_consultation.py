"""A consultation on forms: opened, read, its points written down as inputs, decided and told back."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from cairn.listening.actions import points
from cairn.listening.facts import answers
from cairn.listening.models import Point
from cairn.people.roles import Mediator
from cairn.registers import facts as registers
from cairn.voices.models import Opening
from tests.factories import a_person
from tests.listening.factories import a_consulted_pool, a_form, a_told_point
from tests.registers.factories import a_record

pytestmark = pytest.mark.django_db


@pytest.fixture
def consultation(practice, coordinator):
    return a_record(
        practice, coordinator, "consultation", title="How shall we cook?", held_on=date(2026, 3, 2)
    )


@pytest.fixture
def address(consultation):
    return reverse("consultation", args=[consultation.pk])


def test_the_record_leads_to_it(consultation, address, coordinator, client):
    client.force_login(coordinator)

    assert address in client.get(consultation.get_absolute_url()).content.decode()


def test_a_form_is_opened_for_it(practice, consultation, address, coordinator, client):
    form = a_form()
    client.force_login(coordinator)
    today = timezone.localdate().isoformat()
    opened = reverse("consultation_open", args=[consultation.pk])
    said = {"form": form.pk, "expected": 8, "opens_on": today, "closes_on": today}
    assert "No form was opened for it yet." in client.get(address).content.decode()

    refused = client.post(opened, said | {"expected": 0})
    wrong = client.post(opened, said | {"closes_on": "2020-01-01"})
    taken = client.post(opened, said)

    assert (refused.status_code, wrong.status_code, taken.status_code) == (422, 422, 302)
    assert Opening.objects.get().consultation == consultation.pk
    page = client.get(address).content.decode()
    assert "0 of 8 answered" in page
    assert "open until" in page
    assert "read once it is closed and 5 answers are together" in page


def test_its_answers_are_read_alone_and_become_inputs(practice, consultation, address, coordinator, client):
    form = a_form()
    a_consulted_pool(practice, form, coordinator, consultation.pk)
    client.force_login(coordinator)

    page = client.get(address).content.decode()
    read = client.get(reverse("answers_form", args=[practice.pk, form.pk]), {"consultation": consultation.pk})
    say = reverse("consultation_say", args=[consultation.pk])
    assert client.post(say, {"topic": ""}).status_code == 422
    assert client.post(say, {"topic": "Less salt.", "times": 3}).status_code == 302

    assert "What people answered: How was it?" in page
    assert answers.chosen(practice, form) == [], "answers of a consultation are apart from all others"
    assert "6 answered" in read.content.decode()
    (row,) = registers.records(practice, "consultation_input")
    assert (row["topic"], row["times"], row["consultations"]) == ("Less salt.", 3, (consultation.pk,))
    assert "to be decided" in client.get(address).content.decode()
    a_record(practice, coordinator, "design_decision", inputs=[row.id], what="Half the salt.")
    a_record(practice, coordinator, "told_back", consultations=[consultation.pk], how="At lunch.")
    page = client.get(address).content.decode()
    assert "Half the salt." in page
    assert "At lunch." in page


def test_a_point_of_it_is_told_under_its_address(practice, consultation, address, coordinator, client):
    client.force_login(coordinator)
    new = f"{reverse('point_new', args=[practice.pk])}?consultation={consultation.pk}"
    assert str(consultation.pk) in client.get(new).content.decode()
    said = {
        "kind": "suggestion",
        "words": "Less salt.",
        "said_on": "2026-03-02",
        "consultation": consultation.pk,
    }

    assert client.post(new, said).status_code == 302

    point = Point.objects.get()
    assert point.consultation == consultation.pk
    assert "Less salt." in client.get(address).content.decode()
    assert "See its record" in client.get(point.get_absolute_url()).content.decode()
    points.revise(point=point, revision=1, words="No salt.", by=coordinator)
    told = a_told_point(practice, coordinator, consultation=consultation.pk)
    assert told.consultation == consultation.pk


def test_a_mediator_reads_it_and_writes_nothing(organisation, consultation, address, client):
    client.force_login(a_person("Medhi", organisation, Mediator))

    page = client.get(address).content.decode()

    assert "Open a form for it" not in page
    assert client.post(reverse("consultation_say", args=[consultation.pk])).status_code == 404
