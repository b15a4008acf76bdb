"""What one person needs, and where a need stands."""

from datetime import date

import pytest
from django.urls import path, reverse

from cairn.needs import facts
from cairn.needs.actions import settling
from cairn.needs.views import person
from cairn.trail import facts as trail
from tests.needs.factories import a_draft, a_talk

pytestmark = pytest.mark.django_db


def words(answer):
    return " ".join(answer.content.decode().split())


@pytest.fixture
def need(participant, worker):
    a_talk(participant, worker, housing="high")
    return facts.needs_of(participant.pk).get()


def address(need):
    return reverse("need", args=[need.participant_id, need.pk])


def test_where_nobody_asked_yet_the_page_says_what_to_do(entered, participant):
    page = words(entered.get(reverse("needs", args=[participant.pk])))

    assert "Nobody has talked about needs yet" in page
    assert "Talk about needs" in page


def test_needs_at_a_glance(entered, need):
    page = words(entered.get(reverse("needs", args=[need.participant_id])))

    assert "Priority: high" in page
    assert "Was to be asked again" in page


def test_all_met(entered, need, worker, participant):
    a_talk(participant, worker, date.today(), money="none")  # noqa: DTZ011  # the day of the house is this one in tests
    settling.settle(need=need, revision=1, status="met", on=date(2025, 5, 1), by=worker)

    page = words(entered.get(reverse("needs", args=[participant.pk])))

    assert "Nothing is needed at the moment" in page
    assert "To be asked again by" in page
    assert "met on" in page


def test_a_need_is_met(entered, need):
    answer = entered.post(
        address(need), {"status": "met", "on": "2025-05-01", "reason": "A flat.", "revision": 1}
    )

    assert answer["Location"] == reverse("needs", args=[need.participant_id])
    assert "A flat." in words(entered.get(address(need)))


def test_what_is_missing_is_said(entered, need):
    no_reason = entered.post(address(need), {"status": "unmet", "on": "2025-05-01", "revision": 1})
    no_day = entered.post(address(need), {"status": "met", "revision": 1})

    assert no_reason.status_code == no_day.status_code == 422
    assert "Say why it stays unmet." in words(no_reason)


def test_two_people_at_once(entered, need, worker):
    settling.settle(need=need, revision=1, status="met", on=date(2025, 5, 1), by=worker)
    said = {"status": "unmet", "because": "waiting", "on": "2025-05-02", "revision": 1, "reason": "Full."}

    answer = entered.post(address(need), said)

    assert answer.status_code == 409
    assert "Someone else changed this meanwhile" in words(answer)
    assert "Full." in words(answer)
    assert entered.post(address(need), said | {"revision": 2}).status_code == 302


def test_a_talk_that_does_not_say_how_it_was_held(entered, participant, worker):
    talk = a_talk(participant, worker, housing="high")

    page = words(entered.get(reverse("needs_talk", args=[participant.pk, talk.pk])))

    assert "Not recorded" in page
    assert "Not talked about" in page


def test_a_draft_is_no_talk(entered, participant, worker):
    draft = a_draft(participant, worker)

    assert entered.get(reverse("needs_talk", args=[participant.pk, draft.pk])).status_code == 404


def test_reading_is_noted(entered, need):
    before = trail.of(need.thing).count()

    entered.get(address(need))

    assert trail.of(need.thing).count() == before + 1


def test_the_way_to_the_persons_own_page_is_shown_where_there_is_one(participant, settings, monkeypatch):
    monkeypatch.setattr(person, "reverse", lambda name, args: f"/{name}/{args[0]}/")
    assert person.page_of(participant) == f"/participant/{participant.pk}/"

    settings.ROOT_URLCONF = ()
    monkeypatch.undo()
    settings.ROOT_URLCONF = type("Bare", (), {"urlpatterns": [path("x/", lambda request: None)]})
    assert person.page_of(participant) == ""
