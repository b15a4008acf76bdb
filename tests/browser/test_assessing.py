"""Assessing in a real browser: saving by itself, two people at once, a lost connection, no scripts at all."""

import re

import pytest
from django.urls import reverse

from cairn.assessments import facts
from tests.assessments.factories import an_assessment

pytestmark = pytest.mark.browser


@pytest.fixture
def assessment(live_server, organisation, coordinator):
    return an_assessment(organisation, coordinator)


@pytest.fixture
def address(assessment):
    return reverse("assessment_question", args=[assessment.pk, "A1"])


def level(page, node_id, level_id):
    return page.locator(f'input[name="{node_id}:level"][value="{level_id}"]')


def entry(assessment, node_id):
    return facts.entries_of(assessment)[node_id]


def says(page, words):
    page.locator("#saving").filter(has_text=re.compile(words)).wait_for(timeout=8_000)


def test_what_is_written_saves_itself(page_of, assessment, address, assessor):
    page = page_of(assessor, address)

    level(page, "A1.1", "met").check()
    says(page, r"Saved \d\d:\d\d")
    page.locator('textarea[name="A1:narrative"]').fill("It holds.")
    says(page, "Not saved yet")
    says(page, "Saved")

    assert entry(assessment, "A1.1").level == "met"
    assert entry(assessment, "A1").narrative == "It holds."


def test_two_people_at_once_see_both_sides(page_of, assessment, address, assessor, coordinator):
    first, second = page_of(assessor, address), page_of(coordinator, address)
    level(first, "A1.1", "partly").check()
    says(first, "Saved")

    level(second, "A1.1", "met").check()
    says(second, "someone else changed meanwhile")
    second.locator('.contest input[value="theirs"]').check()
    second.locator(".contest").wait_for(state="detached")

    assert level(second, "A1.1", "partly").is_checked()
    assert entry(assessment, "A1.1").level == "partly"


def test_without_a_connection_the_words_stay_and_are_saved_later(page_of, assessment, address, assessor):
    page = page_of(assessor, address)
    page.context.set_offline(True)
    page.locator('textarea[name="A1.1:note"]').fill("Seen")
    says(page, "Not saved: there is no connection")

    page.context.set_offline(False)
    page.locator('textarea[name="A1.1:note"]').fill("Seen on site")
    says(page, "Saved")

    assert entry(assessment, "A1.1").note == "Seen on site"


def test_without_scripts_every_button_saves(page_of, assessment, address, assessor):
    page = page_of(assessor, address, java_script_enabled=False)
    level(page, "A1.1", "met").check()

    page.get_by_role("button", name="Save and continue").click()

    assert page.url.endswith("/A2/")
    assert entry(assessment, "A1.1").level == "met"


def test_the_enter_key_saves_and_stays(page_of, assessment, address, assessor):
    page = page_of(assessor, address, java_script_enabled=False)
    page.locator('input[name="A1:tool-title"]').first.fill("Guide")

    with page.expect_navigation():
        page.keyboard.press("Enter")

    assert page.url.endswith("/A1/")
    assert entry(assessment, "A1").tools == [{"title": "Guide", "url": ""}]


def test_nothing_runs_off_a_small_screen(page_of, address, assessor):
    page = page_of(assessor, address, viewport={"width": 320, "height": 640})

    assert page.evaluate("document.documentElement.scrollWidth") == 320
