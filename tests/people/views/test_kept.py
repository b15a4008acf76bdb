"""Whoever was signed out while writing keeps what they wrote, and sends it again once they are back."""

import re
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from cairn.practices.models import Practice

OWN = {"Origin": "http://testserver"}
TYPED = {
    "title": "Bread & Words",
    "summary": 'They bake.\nThen they "talk".',
    "target_groups": ["women", "men"],
    "go": "on",
}


@pytest.fixture
def strict():
    """A browser: it must prove that a form was ours."""
    return Client(enforce_csrf_checks=True)


def token(client):
    client.get(reverse("account_login"))
    return client.cookies["csrftoken"].value


def held(answer):
    """What the page would send, by name."""
    found = {}
    main = answer.content.decode().partition("<main")[2]
    for name, value in re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', main):
        found.setdefault(name, []).append(unescape(value))
    return found


def test_a_page_holds_what_was_typed_into_any_form(client, db):
    address = f"{reverse('practice_new')}?from=here"

    answer = client.post(address, TYPED)

    assert answer.status_code == 403
    assert "You are not signed in any more" in answer.content.decode()
    assert f'action="{address}"' in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    fields = held(answer)
    assert fields.pop("csrfmiddlewaretoken")
    assert fields == {name: value if isinstance(value, list) else [value] for name, value in TYPED.items()}


def test_it_is_saved_after_signing_in_beside_it(strict, coordinator):
    organisation = coordinator.memberships.get().organisation
    typed = {
        "organisation": organisation.pk,
        "title": "Bread and Words",
        "summary": "They bake.",
        "country": "BE",
    }
    old = token(strict)
    first = held(strict.post(reverse("practice_new"), typed | {"csrfmiddlewaretoken": old}))
    coordinator.set_password("a long way home")
    coordinator.save()
    door = {"login": coordinator.email, "password": "a long way home"}
    strict.post(reverse("account_login"), door | {"csrfmiddlewaretoken": token(strict)})

    asked = strict.post(reverse("practice_new"), first, headers=OWN)
    assert "Please send it once more" in asked.content.decode()
    assert f"You are signed in as {coordinator}." in asked.content.decode()
    assert not Practice.objects.exists()
    strict.post(reverse("practice_new"), held(asked), headers=OWN)

    assert Practice.objects.get().title == "Bread and Words"


@pytest.mark.parametrize("origin", [{}, {"Origin": "https://elsewhere.example"}, {"Origin": "null"}])
def test_what_came_from_elsewhere_is_not_offered_again(strict, coordinator, origin):
    strict.force_login(coordinator)

    page = strict.post(reverse("practice_new"), TYPED, headers=origin).content.decode()

    assert "Nothing was saved, to be on the safe side" in page
    assert "They bake." not in page


@pytest.mark.parametrize(
    "typed",
    [
        {"oldpassword": "secret", "note": "They bake."},
        {"file": SimpleUploadedFile("a.txt", b"They bake."), "note": "They bake."},
        {"note": "They bake. " * 200_000},
        {},
    ],
)
def test_passwords_files_and_floods_are_not_held(client, db, typed):
    answer = client.post(reverse("practice_new"), typed)

    assert answer.status_code == 302
    assert answer["Location"].startswith("/account/login/")


def test_a_script_gets_no_page_of_ours_in_the_place_of_its_form(client, db):
    answer = client.post(reverse("practice_new"), TYPED, headers={"HX-Request": "true"})

    assert answer.status_code == 302
