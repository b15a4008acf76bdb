from datetime import date

import pytest

from cairn.activities.actions import attending, enrolling
from cairn.activities.actions.attending import Said
from cairn.activities.facts import figures
from cairn.activities.facts.people import enrolments_of
from cairn.activities.facts.sheets import on_sheet
from cairn.activities.models import AttendanceChange
from cairn.participants.ending import erasing
from tests.activities.factories import DAY, a_session, an_activity
from tests.activities.pages import at, page

pytestmark = pytest.mark.django_db
JUNE = (date(2025, 6, 1), date(2025, 6, 30))


def test_that_somebody_came_stays_as_a_count_and_nothing_else(
    practice, activity, session, people, coordinator
):
    gone, other, _third = people
    attending.record(
        session=session,
        revision=0,
        said={gone.pk: Said("absent", "care"), other.pk: Said("present", "", True)},
        by=coordinator,
    )
    second = a_session(activity, coordinator)
    attending.record(session=second, revision=0, said={gone.pk: Said("present", "", True)}, by=coordinator)
    before = figures.figures(practice.pk, *JUNE)

    erasing.erase(participant=gone, by=coordinator)

    after = figures.figures(practice.pk, *JUNE)
    assert (after.attendances, after.reach, after.known) == (before.attendances, before.reach, before.known)
    away, came = gone.attendance.order_by("pk")
    assert (away.state, away.reason) == ("absent", "")
    assert (came.state, came.left_early, came.entered_at.day) == ("present", False, 1)
    assert AttendanceChange.objects.count() == 1  # the other one's
    assert list(on_sheet(session)) == people[1:]


def test_days_become_months_and_reasons_only_say_whether_it_was_a_drop_out(
    practice, activity, people, coordinator
):
    gone = people[0]
    enrolling.leave(
        enrolment=activity.enrolments.get(participant=gone), until=DAY, reason="care", by=coordinator
    )
    courses = [an_activity(practice, coordinator, title=title) for title in ("Done", "Open")]
    for course in courses:
        enrolling.enrol(activity=course, people=[gone.pk], since=date(2025, 5, 20), by=coordinator)
    done = courses[0].enrolments.get()
    enrolling.leave(enrolment=done, until=date(2025, 6, 20), reason="completed", by=coordinator)
    before = figures.figures(practice.pk, *JUNE).drop_outs

    erasing.erase(participant=gone, by=coordinator)

    left, done, unended = gone.enrolments.order_by("pk")
    assert (left.since, left.until, left.left_because) == (date(2025, 5, 1), date(2025, 6, 1), "other")
    assert (done.until, done.left_because) == (date(2025, 6, 1), "completed")
    assert (unended.until.day, unended.left_because) == (1, "other")
    assert figures.figures(practice.pk, *JUNE).drop_outs == before
    assert len(enrolments_of(activity)) == 2


def test_no_list_names_them_any_more(client, practice, activity, session, people, coordinator):
    attending.record(session=session, revision=0, said={people[0].pk: Said("present")}, by=coordinator)
    code = people[0].code
    erasing.erase(participant=people[0], by=coordinator)
    client.force_login(coordinator)

    for address in (at("sheet", session.pk), at("activity_people", activity.pk)):
        assert code not in page(client.get(address))
    assert "Present: 1." in page(client.get(session.get_absolute_url()))
