"""Answering without a name, on a small phone, with and without scripts, and being gone at once."""

import gzip
import re
import sys

import pytest
from django.urls import reverse
from django.utils import timezone

from cairn.practices import actions as practices
from cairn.voices import actions
from cairn.voices.models import Answer, Remark
from tests.activities.factories import a_session, an_activity
from tests.browser.looking import faults
from tests.factories import a_person, an_organisation
from tests.voices.factories import the_feedback_form

pytestmark = pytest.mark.browser
PHONE = {"viewport": {"width": 360, "height": 740}, "bypass_csp": True}
MOST = 10 * 1024
"""Bytes that a page may cost, with its styles and scripts, as they travel."""


@pytest.fixture
def opening(live_server, settings):
    organisation = an_organisation()
    coordinator = a_person("Cora", organisation)

    practice = practices.create(organisation=organisation, by=coordinator, title="Steady Steps")
    session = a_session(an_activity(practice, coordinator), coordinator, planned_on=timezone.localdate())
    settings.EXIT_TO = f"{live_server.url}/robots.txt"
    return actions.open_session(session=session, form=the_feedback_form(), expected=10, by=coordinator)


@pytest.fixture
def place(opening):
    return reverse("voice_ask", args=[opening.address])


def weighed(page_of, address):
    """Bytes of all that a page fetches when nothing of it was there before."""
    answers = []

    def keep(answer):
        answers.append(answer)

    page = page_of(None, "/robots.txt", **PHONE)
    page.on("response", keep)
    page.goto(address)
    page.wait_for_load_state("networkidle")
    # Cairn packs styles and scripts as it does pages; the server of these stories does not.
    bodies = [
        len(gzip.compress(answer.body()))
        if "/static/" in answer.url
        else answer.request.sizes()["responseBodySize"]
        for answer in answers
    ]
    return sum(bodies) + sum(answer.request.sizes()["responseHeadersSize"] for answer in answers)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["ar", "ti", "en"])
def test_somebody_answers_without_scripts_on_a_small_phone(page_of, opening, place, language, scheme):
    page = page_of(None, "/robots.txt", **PHONE, java_script_enabled=False, color_scheme=scheme)
    page.goto(place)
    page.locator(f"a[lang={language}]").click()
    page.locator("main .q-button").first.click()
    page.locator("main [type=submit]").click()
    assert page.locator(".q-fault").first.is_visible()
    for name, value in (("today", "good"), ("understood", "agree"), ("useful", "agree"), ("safe", "agree")):
        page.locator(f"[name={name}][value={value}]").check()
    page.locator("[name=words]").fill("…")
    page.locator("main [type=submit]").click()

    assert page.locator("h1").is_visible()
    assert "done=now" in page.url
    assert Answer.objects.get().language == language
    assert Remark.objects.get().text == "…"


@pytest.mark.parametrize("language", ["ar", "ti", "en"])
def test_no_page_costs_more_than_ten_kibibytes(page_of, opening, place, language, capsys):
    queries = {"before": "", "all": "&by=all", "one": "&by=one", "thanks": "&done=now"}
    weights = {name: weighed(page_of, f"{place}?lang={language}{query}") for name, query in queries.items()}
    weights["choice"] = weighed(page_of, place)

    with capsys.disabled():
        sys.stdout.write(f"\n{language}: {weights} bytes\n")
    assert max(weights.values()) < MOST


@pytest.mark.parametrize(("language", "scheme"), [("ar", "dark"), ("ti", "light"), ("en", "light")])
def test_no_page_has_a_fault_by_the_rules_of_axe(page_of, opening, place, language, scheme):
    page = page_of(None, place, **PHONE, color_scheme=scheme)
    found = {"choice": faults(page)}
    for name, address in (
        ("before", f"{place}?lang={language}"),
        ("form", f"{place}?lang={language}&by=all"),
        ("one", f"{place}?lang={language}&by=one"),
        ("thanks", f"{place}?lang={language}&done=now"),
        ("nothing", reverse("voice_ask", args=["zzzzzzzz"])),
    ):
        page.goto(address)
        found[name] = faults(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
    page.goto(f"{place}?lang={language}&by=all")
    page.locator("main [type=submit]").click()
    page.locator(".q-fault").first.wait_for()
    found["refused"] = faults(page)

    assert {name: these for name, these in found.items() if these} == {}


def by_button(page):
    page.locator("header .q-leave").last.click()


def by_escape(page):
    for _ in range(3):
        page.keyboard.press("Escape")


def by_shift(page):
    for _ in range(3):
        page.keyboard.press("Shift")


@pytest.mark.parametrize("way", [by_button, by_escape, by_shift])
def test_after_leaving_neither_back_nor_forward_shows_anything(page_of, opening, place, way):
    page = page_of(None, "/robots.txt", **PHONE)
    page.goto(place)
    page.locator("a[lang=en]").click()
    page.locator("main .q-button").nth(1).click()  # one question at a time
    page.locator("[name=today][value=bad]").check()
    page.locator("main [type=submit]").first.click()
    page.get_by_text("What was not good?").wait_for()

    way(page)
    page.wait_for_url("**/robots.txt")

    seen = []
    for step in (page.go_back, page.go_back, page.go_forward, page.go_forward):
        step()
        page.wait_for_load_state()
        seen.append((page.url, page.content()))
    assert not [url for url, _words in seen if "/q/" in url]
    assert not [words for _url, words in seen if re.search("not good|Before you begin", words)]
    assert not Answer.objects.exists()


def test_with_scripts_it_is_sent_from_one_entry_of_the_history(page_of, opening, place):
    page = page_of(None, "/robots.txt", **PHONE)
    page.goto(place)
    long = page.evaluate("history.length")
    page.locator("a[lang=en]").click()
    page.locator("main .q-button").nth(1).click()
    for name, value in (("today", "good"), ("understood", "agree"), ("useful", "agree"), ("safe", "agree")):
        page.locator(f"[name={name}][value={value}]").check()
        page.locator("main [type=submit]").first.click()
    page.locator("[name=words]").fill("Well")
    page.locator("main [type=submit]").first.click()

    page.get_by_text("Your answer has arrived.").wait_for()
    assert page.evaluate("history.length") == long
    assert Answer.objects.get().said["today"] == "good"


def test_without_a_network_what_was_typed_stays(page_of, opening, place):
    page = page_of(None, f"{place}?lang=en&by=all", **PHONE)
    for name, value in (("today", "good"), ("understood", "agree"), ("useful", "agree"), ("safe", "agree")):
        page.locator(f"[name={name}][value={value}]").check()
    page.context.set_offline(True)
    page.locator("main [type=submit]").click()
    page.get_by_text("There is no connection.").wait_for()

    page.context.set_offline(False)
    page.locator("main [type=submit]").click()
    page.get_by_text("Your answer has arrived.").wait_for()
    assert Answer.objects.count() == 1


def test_three_presses_that_are_not_one_after_another_leave_nobody(page_of, opening, place):
    page = page_of(None, f"{place}?lang=en&by=all", **PHONE)
    for key in ("Escape", "Escape", "a", "Escape", "Shift", "Shift"):
        page.keyboard.press(key)
    assert place in page.url
