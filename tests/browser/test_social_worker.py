"""A social worker with a phone and no scripts: asks about needs, makes a plan with a goal, and looks at it together later."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from cairn.needs import facts as needs
from cairn.plans import facts as plans
from cairn.practices import actions as practices
from tests.participants.factories import a_participant, a_worker

pytestmark = pytest.mark.browser
PHONE = {"java_script_enabled": False, "viewport": {"width": 360, "height": 740}}


def test_needs_are_asked_and_a_plan_is_made_and_reviewed(organisation, coordinator, page_of):  # noqa: PLR0915  # one story, told to its end
    practice = practices.create(organisation=organisation, by=coordinator, title="Steady Steps")
    worker = a_worker(practice)
    person = a_participant(practice, coordinator, worker=worker)
    page = page_of(worker, reverse("desk"), **PHONE)

    page.get_by_role("link", name=f"Ask {person.code} about needs for the first time").click()
    page.get_by_role("button", name="Talk about needs").click()
    page.get_by_role("button", name="Save and go on").click()
    answers = {"Housing": "high", "Language": "medium"}
    for _ in range(20):
        heading = page.get_by_role("heading", level=1).inner_text()
        if heading == "Is this what was said?":
            break
        answer = next((level for name, level in answers.items() if name in heading), "none")
        page.locator(f'input[name$="answer"][value="{answer}"]').first.locator("xpath=..").click()
        if answer != "none":
            page.locator('input[name$="source"][value="said"]').first.locator("xpath=..").click()
        page.get_by_role("button", name="Save and go on").click()
    page.get_by_role("button", name="Finish the talk").click()

    found = {need.get_domain_display(): need.priority for need in needs.open_needs_of(person.pk)}
    assert set(found.values()) == {"high", "medium"}

    page.goto(reverse("desk"))
    page.get_by_role("link", name=f"Make a work plan with {person.code}").click()
    page.get_by_role("link", name="Begin a work plan").click()
    page.get_by_role("button", name="Begin").click()
    page.get_by_role("link", name="Add a goal").click()
    page.get_by_label("What is to be reached").fill("See five rooms")
    page.get_by_label("About").select_option("housing")
    page.get_by_label("How much", exact=True).fill("5")
    page.get_by_label("Of what").select_option("times")
    page.get_by_label("By when").fill((timezone.localdate() + timedelta(days=60)).isoformat())
    page.get_by_label("For which need").select_option(index=1)
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="Look at it together").click()
    page.get_by_label("See five rooms").fill("2")
    page.get_by_label("A strength that showed").fill("Asked the landlord herself.")
    page.get_by_role("button", name="Save the review").click()

    assert "Asked the landlord herself." in page.get_by_role("main").inner_text()
    (card,) = [plans.card_of(goal) for goal in plans.plan_of(person.pk).goals.all()]
    assert (card.now, card.share) == (2, 40)
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 360
