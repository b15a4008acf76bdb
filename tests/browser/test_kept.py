"""What a person types outlives the session they typed it in, in a real browser and without scripts."""

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse

from cairn.practices.models import Practice
from tests.factories import a_person, an_organisation

pytestmark = pytest.mark.browser
SECRET = "a long way home"  # a password of this story
WRITTEN = 'They bake at dawn.\nThen they "talk".'


def test_it_is_sent_again_after_signing_in_beside_it(live_server, page_of):
    person = a_person("Mira", an_organisation())
    person.set_password(SECRET)
    person.save()
    page = page_of(person, reverse("practice_new"), java_script_enabled=False)
    page.get_by_label("Title").fill("Bread and Words")
    page.get_by_label("Summary").fill(WRITTEN)
    Session.objects.all().delete()

    page.get_by_role("main").get_by_role("button").last.click()
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Sign in (opens beside this page)").click()
    door = opened.value
    door.get_by_label("Email").fill(person.email)
    door.get_by_label("Password").fill(SECRET)
    door.get_by_role("main").get_by_role("button", name="Sign in", exact=True).click()
    page.get_by_role("button", name="I have signed in: send it again").click()
    assert page.get_by_text("You are signed in as Mira.").is_visible()
    page.get_by_role("button", name="Send it").click()

    page.get_by_role("heading", name="Bread and Words").wait_for()
    assert Practice.objects.get().summary.splitlines() == WRITTEN.splitlines()
