"""Pages for when something is wrong: each says what, and what to do now."""

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse


def test_an_address_that_leads_nowhere(client, coordinator):
    client.force_login(coordinator)

    response = client.get("/no-such-page/")

    assert response.status_code == 404
    assert "There is no such page" in response.content.decode()
    assert reverse("desk") in response.content.decode()


def test_a_form_that_may_come_from_elsewhere_is_refused_in_our_words(db):
    response = Client(enforce_csrf_checks=True).post(reverse("account_login"), {"login": "a@example.org"})

    assert response.status_code == 403
    assert "to be on the safe side" in response.content.decode()


@pytest.mark.parametrize(
    ("name", "words"),
    [("400.html", "could not be read"), ("403.html", "not open to you"), ("500.html", "our side")],
)
def test_the_other_pages_need_nothing_of_a_request(name, words):
    assert words in render_to_string(name)
