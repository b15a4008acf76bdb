"""Phones that are let in, and what they brought, as staff see it."""

import base64
import json
import zlib
from datetime import timedelta
from types import SimpleNamespace

import pytest
import segno
from django.test import Client
from django.urls import reverse

from cairn.offline.models import FieldToken, Submission
from cairn.people.roles import Mediator
from cairn.surveys import actions as surveys
from cairn.trail.models import Entry
from tests.factories import a_person
from tests.offline import doors
from tests.offline.client import Phone
from tests.surveys.factories import FACES, HOW, choices_of, sheets_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(coordinator):
    client = Client()
    client.force_login(coordinator)
    return client


@pytest.fixture
def brought(practice, coordinator):
    doors.furnish(SimpleNamespace(practice=practice, coordinator=coordinator))
    return Submission.objects.get()


class TestPhones:
    def test_one_is_let_in_by_a_code_that_is_shown_once(self, office, practice, today, monkeypatch):
        drawn = []
        make = segno.make
        monkeypatch.setattr(segno, "make", lambda data, **more: drawn.append(data) or make(data, **more))
        page = reverse("devices", args=[practice.pk])

        answer = office.post(page, {"name": "Wilma’s", "expires_on": today})

        secret = answer.context["secret"]
        assert answer.status_code == 200
        assert "data:image/svg+xml" in answer.content.decode()
        assert secret not in office.get(page).content.decode()
        settings = json.loads(zlib.decompress(base64.b64decode(drawn[0])))
        assert {"general", "admin"} <= set(settings)
        scanned = settings["general"]
        phone = Phone(scanned["server_url"], scanned["password"], scanned["username"])
        assert phone.forms() == {}
        assert str(FieldToken.objects.get()) == "Wilma’s"

    @pytest.mark.parametrize("days", [-1, 400])
    def test_a_day_that_cannot_be_is_refused_at_its_field(self, office, practice, today, days):
        said = {"name": "Wilma’s", "expires_on": today + timedelta(days=days)}

        answer = office.post(reverse("devices", args=[practice.pk]), said)

        assert answer.status_code == 422
        assert answer.context["form"].errors["expires_on"]
        assert not FieldToken.objects.exists()

    def test_one_is_shut_out(self, office, practice, brought):
        token = FieldToken.objects.get()

        answer = office.post(reverse("device_revoke", args=[practice.pk, token.pk]), follow=True)

        assert "shut out on" in answer.content.decode()
        token.refresh_from_db()
        assert not token.works


class TestBrought:
    def test_before_anything_came_it_says_what_to_do(self, office, practice):
        page = office.get(reverse("submissions", args=[practice.pk])).content.decode()

        assert "Nothing was brought yet" in page

    def test_each_is_listed_and_opened_with_its_words(self, office, practice, brought):
        page = office.get(reverse("submissions", args=[practice.pk])).content.decode()
        assert "A few questions" in page
        assert "It was cold." not in page

        one = reverse("submission", args=[practice.pk, brought.pk])
        assert one in page
        words = office.get(one).content.decode()
        assert "How was it?" in words
        assert "Bad" in words
        assert "It was cold." in words
        assert Entry.objects.filter(thing=brought.thing, deed="read").exists()
        assert str(brought) == f"visit 1, {brought.received_on}"

    def test_one_without_answers_says_so(self, office, practice, brought):
        brought.answers = "{}"
        brought.save()

        page = office.get(reverse("submission", args=[practice.pk, brought.pk])).content.decode()
        assert "No question was answered." in page

    def test_who_only_sees_records_opens_none(self, practice, brought, organisation):
        client = Client()
        client.force_login(a_person("Mina", organisation, Mediator))

        page = client.get(reverse("submissions", args=[practice.pk])).content.decode()
        assert "A few questions" in page
        assert reverse("submission", args=[practice.pk, brought.pk]) not in page
        assert client.get(reverse("submission", args=[practice.pk, brought.pk])).status_code == 404

    def test_they_are_taken_away_with_labels(self, office, practice, brought, coordinator):
        many = {"type": "select_multiple places", "name": "where", "label": "Where?"}
        sheets = sheets_of(HOW, many, choices=[*FACES, *choices_of("places", "here", "there")])
        newer = surveys.publish_version(form=brought.version.form, sheets=sheets, by=coordinator)
        later = Submission(practice=practice, version=newer, token=brought.token)
        later.answers = json.dumps({"today": "good", "where": ["here", "there"]})
        later.save()

        answer = office.get(reverse("submissions_export", args=[practice.pk, "visit", "csv"]))

        rows = [line.split(",") for line in answer.content.decode("utf-8-sig").splitlines()]
        assert rows[0] == ["Received on", "Version", "How was it?", "Where?"]
        assert sorted(row[1:] for row in rows[1:]) == [["1", "Bad", ""], ["2", "Good", "Here; There"]]
        assert Entry.objects.filter(deed="exported").exists()

    def test_of_a_form_that_nobody_brought_there_is_no_table(self, office, practice):
        assert (
            office.get(reverse("submissions_export", args=[practice.pk, "visit", "csv"])).status_code == 404
        )

    def test_one_is_removed_for_good(self, office, practice, brought):
        office.post(reverse("submission_remove", args=[practice.pk, brought.pk]))

        assert not Submission.objects.exists()
        assert Entry.objects.filter(thing=brought.thing, deed="erased").exists()
