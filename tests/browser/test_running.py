"""Running a practice from a telephone of 360 px, without scripts."""

import time
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from cairn.activities.actions import planning
from cairn.activities.actions.writing import Staffing
from cairn.activities.enums import StaffRole
from cairn.activities.models import Attendance
from cairn.people.roles import Mediator
from tests.activities.factories import DAY, a_session, an_activity, people_in
from tests.assessments.factories import a_practice
from tests.factories import Coordinator, a_person, an_organisation

pytestmark = pytest.mark.browser
PHONE = {"java_script_enabled": False, "viewport": {"width": 360, "height": 740}, "has_touch": True}


class Thumb:
    """Does on a page what a thumb would, and counts how often it touches the glass."""

    def __init__(self, page):
        self.page, self.taps = page, 0

    def tap(self, what):
        what.tap()
        self.taps += 1

    def choose(self, select, label):
        """The list opens at the first touch; the second takes from it."""
        select.select_option(label=label)
        self.taps += 2


def reads(page, words):
    """Waits for the next page: a touch does not."""
    page.get_by_text(words).first.wait_for()


@pytest.fixture
def house(live_server):
    return an_organisation("Bread House")


@pytest.fixture
def coordinator(house):
    return a_person("Lead", house, Coordinator)


@pytest.fixture
def practice(house, coordinator):
    return a_practice(house, coordinator, title="Bread and Words", starts_on="2025-01-01")


def test_a_session_with_thirty_people_in_fewer_than_forty_taps(page_of, house, practice, coordinator):
    mediator = a_person("Mina", house, Mediator)
    activity = an_activity(practice, coordinator)
    people = people_in(activity, coordinator, 30)
    staff = [
        Staffing(coordinator, "", StaffRole.FACILITATOR),
        Staffing(mediator, "", StaffRole.MEDIATOR),
    ]
    session = a_session(activity, coordinator, planned_on=timezone.localdate(), staff=staff, capacity=30)
    page = page_of(mediator, reverse("sessions", args=[practice.pk]), **PHONE)
    thumb = Thumb(page)

    thumb.tap(page.get_by_role("link", name="Fill in the sheet"))
    for name in ("Lead: Leads the session", "Mina: Cultural mediator"):
        thumb.tap(page.get_by_role("group", name=name).get_by_role("radio", name="Was there"))
    away = {people[3]: "Work or study", people[11]: None, people[20]: "Children or family", people[29]: None}
    for person, reason in away.items():
        line = page.get_by_role("group", name=person.code)
        thumb.tap(line.get_by_role("radio", name="Absent"))
        if reason:
            thumb.choose(line.get_by_label("Reason"), reason)
    thumb.tap(page.get_by_role("button", name="Save: all others present"))

    reads(page, "Present: 26. Absent: 4. Excused: 0.")
    reasons = {row.participant: row.reason for row in session.attendance.exclude(reason="")}
    assert reasons == {people[3]: "work", people[20]: "care"}
    assert all(one.present for one in session.staff.all())
    told = f"A session with 30 attendances, 4 of them absent, two helpers: {thumb.taps} taps."
    print(f"\n{told}")  # noqa: T201  # the figure is what one runs this for
    assert thumb.taps < 40


def test_what_a_thumb_has_to_hit_is_large_and_stays_on_the_screen(page_of, practice, coordinator):
    activity = an_activity(practice, coordinator)
    people_in(activity, coordinator, 30)
    session = a_session(activity, coordinator)
    page = page_of(coordinator, reverse("sheet", args=[session.pk]), **PHONE)

    targets = page.locator(".person .segments span").all()
    sizes = [target.bounding_box() for target in targets[:8]]
    assert all(size["height"] >= 44 and size["width"] >= 44 for size in sizes), sizes
    save = page.get_by_role("button", name="Save: all others present").bounding_box()
    assert save["y"] + save["height"] <= 740  # in reach from the first line to the last
    assert page.get_by_label("Reason").count() == 30
    assert not page.get_by_label("Reason").first.is_visible()


def test_two_sheets_at_once_lose_nothing(page_of, house, practice, coordinator):
    activity = an_activity(practice, coordinator)
    first, _second = people_in(activity, coordinator, 2)
    session = a_session(activity, coordinator, capacity=1)
    address = reverse("sheet", args=[session.pk])
    mina = page_of(a_person("Mina", house, Mediator), address, **PHONE)
    lead = page_of(coordinator, address, **PHONE)

    mina.get_by_role("group", name=first.code).get_by_role("radio", name="Absent").tap()
    mina.get_by_role("button", name="Save only these").tap()
    reads(mina, "The sheet is saved.")
    lead.get_by_role("button", name="Save: all others present").tap()
    reads(lead, "Mina wrote: Absent")
    lead.get_by_role("button", name="Save: all others present").tap()
    reads(lead, "2 people are marked as present, but there is 1 place.")
    lead.get_by_role("button", name="Raise the places to 2 and save").tap()

    reads(lead, "Present: 2. Absent: 0. Excused: 0.")
    session.refresh_from_db()
    assert session.capacity == 2


def a_long_sheet(practice, by):
    """A hundred people at a hundred sessions, with three slips: rows 1235, 5002 and 10001."""
    activity = an_activity(practice, by)
    people = people_in(activity, by, 100)
    for session in planning.plan(activity=activity, planned_on=DAY, by=by, times=50):
        planning.hold(session=session, by=by)
    second = planning.plan(activity=activity, planned_on=DAY + timedelta(days=1), by=by, times=50)
    for session in second:
        planning.hold(session=session, by=by)
    days = [str(session.planned_on) for session in activity.sessions.all()]
    rows = [[person.code, activity.title, day, "Present"] for day in days for person in people]
    rows[1_233][0], rows[5_000][2], rows[9_999][3] = "K7Q2-9FXM-9", "2025-05-05", "perhaps"
    return "\n".join(map(",".join, [["Code", "Activity", "Day", "Presence"], *rows])).encode()


def test_ten_thousand_rows_with_three_slips_come_in_without_the_three(page_of, practice, coordinator):
    sheet = a_long_sheet(practice, coordinator)
    page = page_of(coordinator, reverse("sheets", args=[practice.pk]), **PHONE)
    page.set_default_timeout(60_000)

    page.get_by_role("link", name="Attendance, Bring a sheet in").tap()
    page.locator("input[type=file]").set_input_files(
        {"name": "attendance.csv", "mimeType": "text/csv", "buffer": sheet}
    )
    page.get_by_role("button", name="Read the sheet").tap()
    reads(page, "What the sheet would do")
    faults = page.get_by_role("region", name="What is wrong").get_by_role("listitem").all_inner_texts()
    assert [fault.split(":")[0] for fault in faults] == [
        "Row 1235, Code",
        "Row 5002, Day",
        "Row 10001, Presence",
    ]
    assert not Attendance.objects.exists()

    begun = time.monotonic()
    page.get_by_role("button", name="Bring in the good rows only").tap()
    while not page.get_by_text("Rows brought in").count():
        page.wait_for_timeout(500)
        page.goto(page.url)  # as the link “Look again” does
    told = f"9,997 good rows of 10,000 were brought in after {time.monotonic() - begun:.1f} s."
    print(f"\n{told}")  # noqa: T201  # the figure is what one runs this for

    assert page.get_by_text("9997").is_visible()
    assert Attendance.objects.count() == 9_997
