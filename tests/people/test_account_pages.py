"""Signing in and out and passwords, in Cairn's own frame."""

import re

import pytest
from django.core import mail
from django.urls import reverse

OPEN = [
    "account_login",
    "account_reset_password",
    "account_reset_password_done",
    "account_signup",
    "account_inactive",
]


@pytest.mark.parametrize("name", [*OPEN, "account_reset_password_from_key_done"])
def test_pages_of_the_door_stand_in_our_frame(client, db, name):
    page = client.get(reverse(name)).content.decode()

    assert 'class="site-head"' in page
    assert page.count("<h1>") == 1


@pytest.mark.parametrize("name", ["account_logout", "account_change_password", "account_email"])
def test_pages_behind_the_door_do_too(client, coordinator, name):
    client.force_login(coordinator)

    assert 'class="site-head"' in client.get(reverse(name)).content.decode()


def test_a_wrong_password_is_said_at_the_top(client, coordinator):
    response = client.post(reverse("account_login"), {"login": coordinator.email, "password": "no"})

    assert "error-summary" in response.content.decode()


def test_a_forgotten_password_is_chosen_anew_by_a_link(client, coordinator):
    client.post(reverse("account_reset_password"), {"email": coordinator.email})
    link = re.search(r"http://testserver(\S+)", mail.outbox[0].body)[1]

    chosen = {"password1": "another long sentence", "password2": "another long sentence"}
    where = client.get(link, follow=True).request["PATH_INFO"]
    done = client.post(where, chosen, follow=True)

    assert "Your new password holds" in done.content.decode()
    assert client.login(email=coordinator.email, password="another long sentence")
    assert "Ask for a new link" in client.get(link).content.decode()
