"""Where somebody is signed in, and how it ends."""

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client
from django.urls import reverse

from cairn.people import middleware
from tests.factories import PASSWORD


@pytest.fixture
def clock(monkeypatch):
    """Moves time on by minutes."""
    now = [1_800_000_000]
    monkeypatch.setattr(middleware.time, "time", lambda: now[0])
    return lambda minutes: now.__setitem__(0, now[0] + minutes * 60)


def browser(person, agent="A phone"):
    client = Client(headers={"user-agent": agent})
    client.post(reverse("account_login"), {"login": person.email, "password": PASSWORD})
    return client


def test_a_lost_phone_is_signed_out_from_another_browser(coordinator):
    phone, desk = browser(coordinator), browser(coordinator, "A desk")
    lost = UserSession.objects.get(user_agent="A phone")

    page = desk.get(reverse("own_sessions")).content.decode()
    assert "A phone" in page
    assert page.count("This browser") == 1
    desk.post(reverse("own_session_end", args=[lost.pk]))

    assert phone.get(reverse("desk")).status_code == 302
    assert desk.get(reverse("desk")).status_code == 200


def test_a_session_older_than_the_list_is_told_apart(client, coordinator):
    client.force_login(coordinator)

    assert "before this list was kept" in client.get(reverse("own_sessions")).content.decode()


def test_nobody_ends_a_session_of_someone_else(coordinator, assessor):
    browser(coordinator)
    other = browser(assessor)

    assert other.post(reverse("own_session_end", args=[UserSession.objects.first().pk])).status_code == 404


def test_whoever_manages_people_signs_someone_out_everywhere(coordinator, assessor, organisation):
    phone, desk = browser(assessor), browser(assessor, "A desk")

    answer = browser(coordinator).post(
        reverse("sign_out", args=[organisation.slug, assessor.pk]), follow=True
    )

    assert "signed out everywhere (2 sessions)" in answer.content.decode()
    assert [each.get(reverse("desk")).status_code for each in (phone, desk)] == [302, 302]


def test_no_address_is_kept(coordinator):
    browser(coordinator)

    assert UserSession.objects.get().ip == "::"


def test_who_does_nothing_for_a_while_is_signed_out_and_told_why(coordinator, clock, settings):
    client = browser(coordinator)
    client.get(reverse("desk"))
    clock(settings.IDLE_MINUTES - 1)
    assert client.get(reverse("desk")).status_code == 200
    clock(settings.IDLE_MINUTES - 1)
    assert client.get(reverse("desk")).status_code == 200
    clock(settings.IDLE_MINUTES + 1)

    answer = client.get(reverse("desk"), follow=True)

    assert "You were signed out, because nothing was done for 30 minutes." in answer.content.decode()
    assert client.get(reverse("desk")).status_code == 302


def test_what_was_being_typed_then_is_kept(coordinator, clock, settings):
    client = browser(coordinator)
    client.get(reverse("practice_new"))
    clock(settings.IDLE_MINUTES + 1)

    answer = client.post(reverse("practice_new"), {"title": "Bread & Words"})

    assert answer.status_code == 403
    assert "Bread &amp; Words" in answer.content.decode()


def test_not_every_page_costs_a_write(coordinator, clock):
    client = browser(coordinator)
    client.get(reverse("account"))
    session = client.session.session_key
    before = client.session[middleware.SEEN]

    client.get(reverse("account"))
    assert client.session[middleware.SEEN] == before
    clock(2)
    client.get(reverse("account"))

    assert client.session[middleware.SEEN] > before
    assert client.session.session_key == session
