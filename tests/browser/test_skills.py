"""A social worker with a phone and no scripts: a wish is looked for and said, a language gets its levels, in two languages."""

import pytest
from django.urls import reverse

from cairn.needs import facts
from cairn.practices import actions as practices
from tests.participants.factories import a_participant, a_worker

pytestmark = pytest.mark.browser


def test_wishes_and_skills_on_a_phone(organisation, coordinator, page_of):
    practice = practices.create(organisation=organisation, by=coordinator, title="Steady Steps")
    worker = a_worker(practice)
    person = a_participant(practice, coordinator, worker=worker)
    page = page_of(
        worker,
        reverse("wishes", args=[person.pk]),
        java_script_enabled=False,
        viewport={"width": 360, "height": 740},
    )

    page.get_by_role("link", name="Add a profession").click()
    page.get_by_label("Look for an occupation").fill("carpentr")
    page.get_by_role("button", name="Look").click()
    page.get_by_label("Building trades").check()
    page.get_by_role("button", name="Save").click()
    assert "Building trades" in page.get_by_role("main").inner_text()

    page.goto(f"{reverse('skills', args=[person.pk])}?beside=ar")
    page.get_by_role("link", name="Add a language").click()
    page.locator("#id_language").select_option("ti")
    page.locator("#id_reading").select_option("none")
    page.get_by_role("button", name="Save").click()

    assert page.locator("[lang=ar]", has_text="التيغرينية").count() == 1
    assert facts.completeness(facts.skills_of(person.pk)).part == 1
