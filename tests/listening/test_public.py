"""Below `/q/`: what became of what people said, and where something serious is said in confidence."""

import re

import pytest
from django.urls import reverse

from cairn.listening.actions import reports
from cairn.listening.models import Report
from cairn.trail.models import Entry
from tests.activities.factories import an_activity
from tests.listening.factories import a_form, a_told_point, an_opening

pytestmark = pytest.mark.django_db


@pytest.fixture
def activity(practice, coordinator):
    return an_activity(practice, coordinator)


@pytest.fixture
def opening(activity, coordinator):
    return an_opening(activity, a_form(), coordinator)


def token_of(page):
    return re.search(r'name="q.token" value="([^"]+)"', page.content.decode())[1]


class TestToldBack:
    def test_it_stands_under_the_address_in_the_language_asked_for(
        self, practice, coordinator, activity, opening, client
    ):
        a_told_point(practice, coordinator, activity=activity)
        a_told_point(practice, coordinator, activity=an_activity(practice, coordinator, title="Other"))
        told = reverse("voice_told", args=[opening.address])

        arabic = client.get(told, {"lang": "ar"}).content.decode()
        polish = client.get(told, {"lang": "pl"}).content.decode()

        assert '<html lang="ar" dir="rtl">' in arabic
        assert arabic.count('<p class="q-told" lang="ar" dir="rtl">نبدأ') == 1
        assert '<p class="q-told" lang="en" dir="ltr">We begin at ten now.</p>' in polish
        assert "Steady Steps" not in arabic + polish

    def test_where_nothing_was_told_it_says_so(self, opening, client):
        page = client.get(reverse("voice_told", args=[opening.address]))

        assert "There is nothing to read here yet." in page.content.decode()
        assert page["Cache-Control"] == "no-store"
        assert not page.cookies

    @pytest.mark.parametrize("name", ["voice_told", "voice_serious"])
    def test_under_no_address_there_is_nothing(self, db, client, name):
        assert client.get(reverse(name, args=["nowhere2"])).status_code == 404


class TestSomethingSerious:
    def test_it_reaches_the_lead_and_leaves_no_trace(self, practice, lead, opening, client):
        address = reverse("voice_serious", args=[opening.address])
        entries = Entry.objects.count()
        page = client.get(address, {"lang": "ti"})
        said = {"kind": "staff", "text": "Somebody shouted.", "q.token": token_of(page)}

        taken = client.post(f"{address}?lang=ti", said)

        assert taken.status_code == 200
        report = Report.objects.get()
        assert (report.kind, report.text, report.language) == ("staff", "Somebody shouted.", "ti")
        assert (report.session, report.source, report.told_to) == (opening.session, "public", None)
        assert Entry.objects.count() == entries
        assert lead.notices.count() == 1
        assert not page.cookies
        assert not taken.cookies

    def test_sent_twice_it_is_one(self, practice, opening, client):
        address = reverse("voice_serious", args=[opening.address])
        said = {"text": "Somebody shouted.", "q.token": token_of(client.get(address))}

        answers = [client.post(address, said) for _each in range(2)]

        assert [answer.status_code for answer in answers] == [200, 200]
        assert Report.objects.get().kind == "other", "nobody has to choose"

    def test_what_cannot_be_taken_stays_in_the_form(self, practice, opening, client, monkeypatch):
        address = reverse("voice_serious", args=[opening.address])
        token = token_of(client.get(address))

        strange = client.post(address, {"text": "My words.", "kind": "harm", "q.token": "made up"})
        empty = client.post(address, {"text": " ", "q.token": token})
        monkeypatch.setattr(reports, "MOST_A_DAY", 0)
        full = client.post(address, {"text": "My words.", "q.token": token})

        assert {answer.status_code for answer in (strange, empty, full)} == {422}
        assert "My words." in strange.content.decode()
        assert re.search(r'value="harm"[^>]*checked', strange.content.decode())
        assert "Please write a few words." in empty.content.decode()
        assert "Too many messages came today." in full.content.decode()
        assert not Report.objects.exists()

    def test_a_practice_of_one_language_offers_no_other(self, practice, coordinator, activity, client):
        sheets = {
            "survey": [{"type": "select_one yn", "name": "again", "label": "Again?"}],
            "choices": [{"list_name": "yn", "name": "yes", "label": "Yes"}],
        }
        opening = an_opening(activity, a_form(practice, sheets, key="own"), coordinator)

        page = client.get(reverse("voice_serious", args=[opening.address])).content.decode()

        assert "?lang=" not in page.replace('action="?lang=', "").replace("/leave/?lang=", "")


def test_the_form_leads_to_both(opening, client):
    page = client.get(reverse("voice_ask", args=[opening.address]), {"lang": "ar"}).content.decode()

    for name in ("voice_told", "voice_serious"):
        assert f"{reverse(name, args=[opening.address])}?lang=ar" in page
