"""Staff without a network, in a real browser: three things written while it is cut, all arrive once when it is back."""

import json
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from cairn.activities.models import Attendance
from cairn.needs.models import NeedsAssessment
from cairn.offline.models import Arrival
from tests.activities.factories import PRESENT, a_session, an_activity, people_in, record
from tests.assessments.factories import a_practice
from tests.browser.looking import faults
from tests.participants.factories import a_participant, a_worker

pytestmark = pytest.mark.browser
PHONE = {"viewport": {"width": 360, "height": 740}}
PIN = "correct 24 horses"
NOTE = "canary-under-the-bridge"
DUMP = """async () => {
  const base = await new Promise((done) => { const asked = indexedDB.open("field"); asked.onsuccess = () => done(asked.result); });
  const table = base.transaction("kept").objectStore("kept");
  const all = (asked) => new Promise((done) => { asked.onsuccess = () => done(asked.result); });
  const [names, things] = await Promise.all([all(table.getAllKeys()), all(table.getAll())]);
  base.close();
  const plain = (key, thing) => {
    if (thing instanceof ArrayBuffer || ArrayBuffer.isView(thing)) {
      return String.fromCharCode(...new Uint8Array(thing.buffer ?? thing));
    }
    return thing;
  };
  const boxes = [];
  for (const name of await caches.keys()) {
    for (const asked of await (await caches.open(name)).keys()) boxes.push(new URL(asked.url).pathname);
  }
  return { names, kept: JSON.stringify(things, plain), boxes };
}"""


@pytest.fixture
def world(organisation, coordinator):
    """A worker with two sessions of these days, three people on their sheets, and one person of their own."""
    practice = a_practice(organisation, coordinator, title="Steady Steps", starts_on="2025-01-01")
    worker = a_worker(practice)
    activity = an_activity(practice, coordinator)
    people = people_in(activity, coordinator, 3)
    today = timezone.localdate()
    sessions = [
        a_session(activity, coordinator, planned_on=today - timedelta(days=days), capacity=9)
        for days in (0, 1)
    ]
    person = a_participant(practice, coordinator, worker=worker)
    return worker, sessions, people, person


def prepared(page, shot=None):
    page.get_by_label("PIN, at least 6 characters").fill(PIN)
    page.get_by_label("The same again").fill(PIN)
    page.get_by_role("button", name="Prepare this device").click()
    page.get_by_text("Taken along by").wait_for()
    page.evaluate("navigator.serviceWorker.ready")
    page.wait_for_function("async () => (await caches.keys()).length > 0")


def unlocked(page):
    page.get_by_label("PIN of this device").fill(PIN)
    page.get_by_role("button", name="Unlock").click()
    page.get_by_role("heading", name="Not sent yet").wait_for()


def fill_in_sheet(page, number):
    page.locator("#sessions button").nth(number).click()
    page.get_by_role("radio", name="Absent").first.check(force=True)
    page.get_by_role("button", name="Save: all others present").click()
    page.get_by_role("heading", name="Not sent yet").wait_for()


def talk(page):
    page.locator("#people button").first.click()
    page.get_by_label("Note on the talk").fill(NOTE)
    page.locator("summary", has_text="Housing").click()
    part = page.locator("details[open]")
    part.get_by_role("radio", name="High").check(force=True)
    part.get_by_role("radio", name="The person said so").check(force=True)
    page.get_by_role("button", name="Keep, and send when there is a network").click()
    page.get_by_role("heading", name="Not sent yet").wait_for()


def sound(page):
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]


def test_three_things_written_without_a_network_arrive_once(world, page_of):  # one story, told to its end
    worker, _sessions, people, person = world
    page = page_of(worker, reverse("field"), **PHONE)
    sound(page)
    prepared(page)
    sound(page)

    page.context.set_offline(True)
    page.reload()
    unlocked(page)
    for number in range(2):
        fill_in_sheet(page, number)
    talk(page)
    sound(page)

    expect(page.locator("#unsent")).to_have_text("Not sent yet: 3")
    assert Arrival.objects.count() == 0
    page.reload()
    expect(page.locator("#unsent")).to_have_text("Not sent yet: 3")
    kept = page.evaluate(DUMP)
    assert sorted(name.split(":")[0] for name in kept["names"]) == ["lock", "pack", *["queue"] * 3]
    for canary in (NOTE, person.code, *(one.code for one in people), "Bread course", worker.name, "housing"):
        assert canary not in kept["kept"]
        assert canary not in json.dumps(kept["names"])
    assert all(box == "/field/" or box.startswith("/static/") for box in kept["boxes"])

    unlocked(page)
    page.context.set_offline(False)
    page.get_by_text("Nothing waits to be sent.").wait_for()
    page.get_by_text("Arrived: 3.").wait_for()
    page.get_by_role("button", name="Send now").click()

    assert Arrival.objects.count() == 3
    assert sorted(Attendance.objects.values_list("state", flat=True)) == ["absent"] * 2 + ["present"] * 4
    assert NeedsAssessment.objects.get().note == NOTE
    assert [name for name in page.evaluate(DUMP)["names"] if name.startswith("queue")] == []


def test_what_was_being_written_is_there_after_the_page_was_closed(world, page_of):
    worker, *_ = world
    page = page_of(worker, reverse("field"), **PHONE)
    prepared(page)
    page.context.set_offline(True)
    page.locator("#people button").first.click()
    page.get_by_label("Note on the talk").fill(NOTE)
    page.wait_for_timeout(300)
    page.reload()
    page.get_by_label("PIN of this device").fill(PIN)
    page.get_by_role("button", name="Unlock").click()

    assert page.get_by_label("Note on the talk").input_value() == NOTE


def test_a_sheet_that_another_filled_in_is_kept_and_shown_with_both(world, page_of):
    worker, (session, _other), people, _person = world
    page = page_of(worker, reverse("field"), **PHONE)
    prepared(page)
    page.context.set_offline(True)
    fill_in_sheet(page, 1)
    record(session, a_worker(session.activity.practice, "Willem"), *[PRESENT] * 3, people=people)

    page.context.set_offline(False)
    page.get_by_text("Someone else filled in this sheet meanwhile.").wait_for()
    page.get_by_text("Look at these below, they were not taken: 1.").wait_for()
    sound(page)
    assert Arrival.objects.count() == 0

    page.locator("#queue").get_by_role("button", name="Open").click()
    page.get_by_text("Willem wrote: Present").wait_for()
    sound(page)
    page.get_by_role("button", name="Save only these").click()
    page.get_by_text("Arrived: 1.").wait_for()
    assert sorted(Attendance.objects.values_list("state", flat=True)) == ["absent", "present", "present"]


def test_a_wrong_pin_ten_times_destroys_everything(world, page_of):
    worker, *_ = world
    page = page_of(worker, reverse("field"), **PHONE)
    prepared(page)
    page.reload()
    for left in range(9, -1, -1):
        page.get_by_label("PIN of this device").fill("guess")
        page.get_by_role("button", name="Unlock").click()
        page.get_by_text(
            f"Tries left: {left}" if left else "everything on this device was destroyed"
        ).wait_for()

    assert page.get_by_role("heading", name="Choose a PIN for this device").is_visible()
    assert page.evaluate("async () => (await indexedDB.databases()).length") <= 1


def test_signed_out_it_asks_to_sign_in_and_keeps_what_waits(world, page_of):
    worker, *_ = world
    page = page_of(worker, reverse("field"), **PHONE)
    prepared(page)
    page.context.set_offline(True)
    fill_in_sheet(page, 0)
    page.context.clear_cookies()
    page.context.set_offline(False)

    page.get_by_role("link", name="Sign in to send").wait_for()
    expect(page.locator("#unsent")).to_have_text("Not sent yet: 1")
    page.reload()
    assert page.get_by_role("heading", name="Locked").is_visible()


def test_wiping_asks_first_and_leaves_nothing(world, page_of):
    worker, *_ = world
    page = page_of(worker, reverse("field"), **PHONE)
    prepared(page)
    said = iter((False, True))
    page.on("dialog", lambda dialog: dialog.accept() if next(said) else dialog.dismiss())
    page.locator("#home .wipe").click()
    assert page.get_by_role("heading", name="Not sent yet").is_visible()
    page.locator("#home .wipe").click()

    page.get_by_text("This device keeps nothing any more.").wait_for()
    assert page.get_by_role("heading", name="Choose a PIN for this device").is_visible()


def test_left_alone_it_locks_itself_and_loses_nothing(world, page_of):
    worker, *_ = world
    page = page_of(worker, reverse("field"), **PHONE)
    page.clock.install()
    page.reload()
    prepared(page)
    page.locator("#people button").first.click()
    page.get_by_label("Note on the talk").fill(NOTE)
    page.clock.fast_forward("05:01")
    page.get_by_role("heading", name="Locked").wait_for()
    assert NOTE not in page.content()

    page.get_by_label("PIN of this device").fill(PIN)
    page.get_by_role("button", name="Unlock").click()
    page.get_by_label("Note on the talk").wait_for()
    assert page.get_by_label("Note on the talk").input_value() == NOTE


def test_in_arabic_it_reads_from_the_right(world, page_of):
    worker, *_ = world
    page = page_of(worker, reverse("field"), locale="ar", color_scheme="dark", **PHONE)

    assert page.locator("html").get_attribute("dir") == "rtl"
    sound(page)


def test_without_scripts_it_leads_to_the_ordinary_pages(world, page_of):
    worker, *_ = world
    page = page_of(worker, reverse("field"), java_script_enabled=False, **PHONE)

    assert page.get_by_text("This page needs JavaScript").is_visible()
    assert page.get_by_role("link", name="My desk").is_visible()


def test_leaving_a_public_page_on_the_same_tablet_destroys_nothing_that_waits(world, page_of):
    """A team's tablet is handed round for answers; and any page elsewhere could call the address of the way out."""
    worker, *_ = world
    page = page_of(worker, reverse("field"), **PHONE)
    prepared(page)
    page.context.set_offline(True)
    fill_in_sheet(page, 0)
    page.context.clear_cookies()
    page.context.set_offline(False)
    page.get_by_role("link", name="Sign in to send").wait_for()

    page.evaluate("fetch('/q/abcdefgh/leave/', { redirect: 'manual', mode: 'same-origin' })")
    page.wait_for_timeout(500)
    page.reload()

    expect(page.locator("#unsent")).to_have_text("Not sent yet: 1")
