from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from cairn.people import actions as people
from cairn.people.models import AccessToken
from tests.api.conftest import Program

pytestmark = pytest.mark.django_db


def test_without_a_key_nothing_private_opens():
    answer = Program().get("practices")

    assert answer.status_code == 401
    assert answer["WWW-Authenticate"] == 'Bearer realm="cairn"'
    assert answer["Content-Type"] == "application/problem+json"


def test_a_wrong_key_never_falls_back_on_a_session(coordinator):
    client = Client(headers={"Authorization": "Bearer cairn_wrong"})
    client.force_login(coordinator)

    assert client.get("/api/v1/practices").status_code == 401


def test_a_key_notes_the_day_it_was_used_once(program, django_assert_num_queries):
    program.get("practices")

    assert AccessToken.objects.get().used_on == timezone.now().date()
    with django_assert_num_queries(4):  # the key, the organisations, the count, the practices
        program.get("practices")


def test_keys_end(coordinator):
    _token, secret = people.make_token(
        person=coordinator, name="old", expires_at=timezone.now() - timedelta(seconds=1)
    )

    assert Client(headers={"Authorization": f"Bearer {secret}"}).get("/api/v1/practices").status_code == 401


def test_the_key_of_someone_who_left_opens_nothing(coordinator):
    program = Program(coordinator)
    coordinator.is_active = False
    coordinator.save()

    assert program.get("practices").status_code == 401


def test_a_signed_in_person_reads_and_needs_a_form_token_to_write(coordinator, organisation):
    client = Client(enforce_csrf_checks=True)
    client.force_login(coordinator)

    assert client.get("/api/v1/practices").status_code == 200
    answer = client.post(
        "/api/v1/practices",
        {"title": "X", "organisation": organisation.slug},
        content_type="application/json",
    )
    assert answer.status_code == 403
    assert answer["Content-Type"] == "application/problem+json"
