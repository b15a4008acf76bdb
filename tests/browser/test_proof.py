"""A coordinator with a phone and no scripts: an item is weak, its task is followed, what is missing is recorded, and the item strengthens;
the report of the half-year is written, signed by a second person, and read as PDF and as Word."""

from io import BytesIO
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import timezone
from docx import Document
from pypdfium2 import PdfDocument

from cairn.assessments import actions as assessments
from cairn.assessments import facts
from cairn.frameworks import actions as frameworks
from cairn.frameworks.enums import Mode
from cairn.frameworks.facts import latest, shipped_framework
from cairn.people import actions as people
from cairn.practices import actions as practices

pytestmark = pytest.mark.browser


def choose(page, field, value):
    """From a row of buttons or from a list, as the form has it."""
    fields = page.locator(f"[name={field}]")
    if fields.first.evaluate("it => it.tagName") == "SELECT":
        fields.select_option(value)
    else:
        page.locator(f"[name={field}][value={value}]").check(force=True)


def test_a_weak_item_strengthens_once_what_is_missing_is_recorded(organisation, coordinator, page_of):
    frameworks.load(framework=shipped_framework("good-practice-criteria"))
    practice = practices.create(organisation=organisation, by=coordinator, title="Steady Steps")
    assessment = assessments.start(
        practice=practice,
        framework_version=latest("good-practice-criteria"),
        mode=Mode.SELF,
        language="en",
        by=coordinator,
    )
    address = reverse("assessment_question", args=[assessment.pk, "P2"])
    page = page_of(coordinator, address, java_script_enabled=False, viewport={"width": 360, "height": 740})
    card = page.locator("#item-P2-1")
    card.locator("summary", has_text="What the records say").click()
    assert "Nothing is recorded" in card.inner_text()

    for level in ("local", "national"):
        page.goto(address)
        card.locator("summary", has_text="What the records say").click()
        card.get_by_role("link", name="Write down a recommendation").first.click()
        page.locator("[name=title]").fill("Open the language school in the evening")
        choose(page, "level", level)
        page.locator("[name=addressee]").fill("The city")
        page.locator("[name=sent_on]").fill(str(timezone.localdate()))
        choose(page, "own_data", "yes")
        choose(page, "status", "sent")
        page.get_by_role("button", name="Save", exact=True).first.click()

    page.goto(address)
    card.locator("summary", has_text="What the records say").click()
    assert "Strength 2 of 3" in card.inner_text()

    card.get_by_label("Not met", exact=True).check(force=True)
    page.get_by_role("button", name="Save", exact=True).click()
    assert "The records suggest “Met”." in card.inner_text()
    card.get_by_role("button", name="Mark it “Met”, as the records suggest").click()

    marked = facts.entries_of(assessment)["P2.1"]
    assert (marked.level, marked.suggested["outcome"]) == ("met", "supported")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def taken(page, name):
    """The file behind a link."""
    with page.expect_download() as download:
        page.get_by_role("link", name=name, exact=True).click()
    return BytesIO(Path(download.value.path()).read_bytes())


def test_the_report_of_the_half_year_is_signed_and_taken_away(organisation, coordinator, reviewer, page_of):
    people.ask_for_four_eyes(organisation=organisation, wanted=True, reason="", by=coordinator)
    practice = practices.create(organisation=organisation, by=coordinator, title="Steady Steps")
    small = {
        "java_script_enabled": False,
        "viewport": {"width": 360, "height": 740},
        "accept_downloads": True,
    }
    page = page_of(coordinator, reverse("progress", args=[practice.pk]), **small)
    page.get_by_role("link", name="Begin a report").click()
    choose(page, "layout", "six-monthly")
    page.get_by_role("button", name="Begin the report").click()
    report = page.url

    lacking = page.locator("#lacks + ul a")
    while lacking.count():
        lacking.first.click()
        page.locator("textarea").first.fill("Thirty women found work; the bakery took on two of them.")
        page.get_by_role("button", name="Save", exact=True).click()
        assert page.url.startswith(report)
    page.get_by_role("button", name="Send to review").click()
    page.get_by_text("It waits for the signature").wait_for()

    second = page_of(reviewer, report, **small)
    second.get_by_role("link", name="Sign it").click()
    second.get_by_role("button", name="Sign this report").click()
    second.get_by_text("Fingerprint").wait_for()

    page.goto(report)
    page.get_by_text("Fingerprint").wait_for()
    assert not page.get_by_role("link", name="Write here").count()
    paragraphs = [one.text for one in Document(taken(page, "Word")).paragraphs]
    pdf = PdfDocument(taken(page, "PDF"))
    told = " ".join(pdf[number].get_textpage().get_text_bounded() for number in range(len(pdf)))
    assert any("the bakery took on two of them" in text for text in paragraphs)
    assert "the bakery took on" in " ".join(told.split())
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
