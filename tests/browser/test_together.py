"""One assessment's whole way, in a real browser and without scripts: judged by three, agreed, returned, approved,
published, found, compared, taken away."""

from io import BytesIO
from pathlib import Path

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from cairn.assessments import actions as assessments
from cairn.assessments.facts import entries_of
from tests.assessments.factories import a_practice, an_assessment, mark
from tests.factories import Assessor, Coordinator, Reviewer, a_person, an_organisation

pytestmark = pytest.mark.browser
PLAIN = {"java_script_enabled": False}
ITEMS = {"A1": ("A1.1", "A1.2"), "A2": ("A2.1", "A2.2"), "B1": ("B1.1",)}


@pytest.fixture
def house(live_server):
    return an_organisation("Bread House", four_eyes=True)


@pytest.fixture
def cast(house):
    return {
        "lead": a_person("Lead", house, Coordinator),
        "reviewer": a_person("Rian", house, Reviewer),
        "inside": a_person("Inside", house, Assessor),
        "peer": a_person("Peer"),
        "outside": a_person("Outside"),
    }


@pytest.fixture
def assessment(house, cast):
    """Something else by the same criteria is public already."""
    neighbours = an_organisation("Neighbours")
    other = an_assessment(
        neighbours,
        a_person("Nele", neighbours, Coordinator),
        practice=a_practice(neighbours, cast["lead"], title="Gardens", integration_areas=["health"]),
    )
    mark(other, cast["lead"], A1_1="met", A1_2="met", A2_1="partly")
    assessments.publish(assessment=other, by=cast["lead"])
    return an_assessment(
        house,
        cast["lead"],
        practice=a_practice(
            house,
            cast["lead"],
            title="Bread and Words",
            summary="We bake at dawn and talk about the neighbourhood.",
            integration_areas=["language"],
        ),
    )


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def follow(page, name):
    page.get_by_role("link", name=name).first.click()


def a_round_is_opened(page, cast):
    follow(page, "Judge together")
    follow(page, "Open a round")
    press(page, "Open the round")
    for person, kind in ((cast["inside"], "Internal"), (cast["peer"], "Peer"), (cast["outside"], "External")):
        page.get_by_label("Email address").fill(person.email)
        page.get_by_label(kind, exact=True).check()
        press(page, "Ask this person")
        if kind != "External":
            follow(page, "Ask someone to judge")


def judge(page, levels):
    """From the list of seats to handing in."""
    follow(page, "Bread and Words")
    follow(page, "Begin to judge")
    for items in ITEMS.values():
        for item in items:
            chosen = page.locator(f'input[name="{item}:level"][value="{levels.get(item, "met")}"]')
            chosen.check(force=True)
            page.locator(f'textarea[name="{item}:reason"]').fill(f"I saw {item} myself.")
        press(page, "Save and continue" if "B1.1" not in items else "Save and finish")
    follow(page, "Hand in")
    press(page, "Hand in for good")


def agree(page):
    """One item was judged otherwise by one of three: it is settled with a reason, the rest is taken over."""
    follow(page, "What they judged")
    follow(page, "End the judging")
    press(page, "End the judging")
    page.locator("#item-A1-2").get_by_role("link").first.click()
    page.locator('input[name="level"][value="partly"]').check(force=True)
    press(page, "Save and see all")
    assert "Needed, since not everyone judged it alike" in page.content()
    page.get_by_label("Reason").fill("Two saw it, the third saw where it failed.")
    press(page, "Save and see all")
    follow(page, "How far they agree")
    assert "Fleiss" in page.content()
    page.go_back()
    page.get_by_role("link", name="Take over").click()
    page.get_by_role("button", name="Take over").click()
    follow(page, "Close the round")
    page.get_by_role("button", name="Close the round").click()


def submit(page, address):
    page.goto(address)
    if page.get_by_role("checkbox").count():
        page.get_by_role("checkbox").first.check()
    press(page, "Submit for review")


def test_three_judge_one_disagrees_and_the_world_finds_it(page_of, house, cast, assessment):
    lead = page_of(cast["lead"], assessment.get_absolute_url(), **PLAIN)
    a_round_is_opened(lead, cast)
    for name, levels in (("inside", {}), ("peer", {}), ("outside", {"A1.2": "not-met"})):
        judge(page_of(cast[name], reverse("judging"), **PLAIN), levels)
    lead.reload()
    agree(lead)
    agreed = {node_id: entry.level for node_id, entry in entries_of(assessment).items()}
    assert agreed == dict.fromkeys(("A1.1", "A2.1", "A2.2", "B1.1"), "met") | {"A1.2": "partly"}

    review = reverse("review", args=[assessment.pk])
    submit(lead, review)
    reviewer = page_of(cast["reviewer"], review, **PLAIN)
    returning = reviewer.locator("form", has=reviewer.get_by_role("button", name="Return with notes"))
    returning.locator("textarea").fill("Say in the answer who keeps the key.")
    press(reviewer, "Return with notes")
    lead.goto(review)
    assert "Say in the answer who keeps the key." in lead.content()
    lead.goto(reverse("assessment_question", args=[assessment.pk, "A1"]))
    lead.locator('textarea[name="A1:narrative"]').fill("The baker keeps it.")
    press(lead, "Save")
    submit(lead, review)
    reviewer.goto(review)
    press(reviewer, "Approve")

    lead.goto(reverse("assessment_publish", args=[assessment.pk]))
    press(lead, "Publish this edition")
    assert lead.url.endswith("/practices/bread-and-words/editions/1/")
    visit_and_take_away(page_of(None, reverse("publication_list"), **PLAIN))


def visit_and_take_away(page):
    """A visitor mistypes a word, narrows by two facets, compares with another practice, and takes the table along."""
    page.get_by_role("searchbox").fill("neighborhoud")
    press(page, "Search")
    assert "instead of" in page.content()
    page.get_by_text("Narrow down", exact=False).first.click()
    for group, value in (("Country", "BE"), ("Areas of integration", "language")):
        page.locator("details.group > summary", has_text=group).click()
        page.locator(f'details.group input[value="{value}"]').check()
    press(page, "Show these")
    assert page.get_by_role("link", name="Bread and Words").is_visible()
    assert page.get_by_role("link", name="Gardens").count() == 0

    page.goto(reverse("publication_list"))
    for slug in ("bread-and-words", "gardens"):
        page.locator(f'input[name="practice"][value="{slug}"]').check()
    press(page, "Compare those ticked")
    assert page.locator("#glance").is_visible()
    assert page.get_by_role("link", name="Gardens").first.is_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="Excel").first.click()
    sheet = load_workbook(BytesIO(Path(download.value.path()).read_bytes())).active
    written = {str(cell.value) for row in sheet.iter_rows() for cell in row}
    assert any("Bread and Words" in value for value in written), written
    assert any("Partly" in value for value in written), written
