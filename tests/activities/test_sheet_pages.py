from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cairn.activities.actions import attending, planning
from cairn.activities.actions.attending import Said
from cairn.activities.actions.writing import Staffing
from cairn.activities.models import Attendance
from cairn.trail import facts as trail
from cairn.trail.enums import Deed
from tests.activities.factories import ABSENT, DAY, PRESENT, a_session, people_in, record
from tests.activities.pages import at, page
from tests.participants.factories import a_participant

pytestmark = pytest.mark.django_db
WEEK = timedelta(weeks=1)


@pytest.fixture
def signed_in(client, mediator):
    client.force_login(mediator)
    return client


@pytest.fixture
def sheet(session):
    return at("sheet", session.pk)


def said(form, **ticked):
    """What a browser sends from the form as it is shown, with some lines ticked otherwise: said(form, state_1="absent")."""
    sent = {}
    for field in form:
        value = field.value()
        if value not in (None, False, ""):
            sent[field.html_name] = "on" if value is True else str(value)
    for name, value in ticked.items():
        part, _, number = name.partition("_")
        sent[f"{part}-{form.people[int(number)].pk}"] = value
    return sent


def states(session):
    return [row.state for row in session.attendance.all()]


def test_only_who_was_away_is_ticked(signed_in, session, sheet, people, mediator):
    form = signed_in.get(sheet).context["form"]
    sent = said(form, state_0="present", state_1="absent", reason_1="care") | {"rest": "present"}

    answer = signed_in.post(sheet, sent, follow=True)

    assert "The sheet is saved." in page(answer)
    assert "Present: 2. Absent: 1. Excused: 0." in page(answer)
    assert states(session) == ["present", "absent", "present"]
    assert "Correct the sheet" in page(answer)
    looked, *_rest = trail.of(session.thing).filter(deed=Deed.READ)
    assert looked.by == mediator


def test_each_person_whose_line_was_written_has_it_in_their_own_trail(session, people, mediator):
    record(session, mediator, PRESENT, PRESENT, people=people)
    record(session, mediator, PRESENT, ABSENT, people=people)

    written = [trail.of(one.thing).filter(by=mediator).count() for one in people]
    assert written == [1, 2, 0]
    assert trail.fault() is None


def test_without_that_button_nobody_is_present_unless_ticked(signed_in, session, sheet, people):
    form = signed_in.get(sheet).context["form"]
    signed_in.post(sheet, said(form, state_0="present", early_0="on"))

    row = session.attendance.get()
    assert (row.participant, row.state, row.left_early) == (people[0], "present", True)
    again = page(signed_in.get(sheet))
    assert again.count("checked") == 4  # three lines, and one left early


def test_more_people_than_places_is_asked_back_with_everything_kept(signed_in, activity, worker, people):
    small = a_session(activity, worker, capacity=2)
    sheet = at("sheet", small.pk)
    form = signed_in.get(sheet).context["form"]
    sent = said(form) | {"rest": "present", "hours": "1.75"}

    asked = signed_in.post(sheet, sent)

    assert asked.status_code == 422
    shown = page(asked)
    assert "3 people are marked as present, but there are 2 places." in shown
    assert "Raise the places to 3 and save" in shown
    assert 'value="1.75"' in shown
    assert not Attendance.objects.exists()

    again = said(asked.context["form"])
    assert signed_in.post(sheet, again | {"capacity": "lots"}).status_code == 422
    signed_in.post(sheet, again | {"capacity": "3"})
    small.refresh_from_db()
    assert (small.capacity, states(small)) == (3, ["present"] * 3)


def test_two_who_fill_in_one_sheet_see_each_other_side_by_side(signed_in, session, sheet, people, worker):
    form = signed_in.get(sheet).context["form"]
    lines = {people[0].pk: Said(ABSENT, "care"), people[1].pk: Said(PRESENT, "", True)}
    lines[people[2].pk] = Said("excused")
    attending.record(session=session, revision=0, said=lines, by=worker)

    clash = signed_in.post(sheet, said(form, state_0="present"))

    assert clash.status_code == 409
    shown = page(clash)
    assert "Someone else filled in this sheet meanwhile" in shown
    assert "Wilma wrote: Absent, Children or family" in shown
    again = said(clash.context["form"])
    assert again[f"state-{people[0].pk}"] == "present"  # one's own stays
    assert again[f"early-{people[1].pk}"] == "on"  # what only the other one wrote is taken over
    signed_in.post(sheet, again)
    assert states(session) == ["present", "present", "excused"]


def test_all_others_present_does_not_write_over_what_somebody_else_wrote(
    signed_in, session, sheet, people, worker
):
    form = signed_in.get(sheet).context["form"]
    attending.record(session=session, revision=0, said={people[0].pk: Said(PRESENT, "", True)}, by=worker)
    attending.record(session=session, revision=1, said={people[1].pk: Said(ABSENT)}, by=worker)

    clash = signed_in.post(sheet, said(form) | {"rest": "present"})

    assert clash.status_code == 409
    assert "Wilma wrote: Present, Left early" in page(clash)
    assert "Wilma wrote: Absent" in page(clash)


def test_who_came_without_being_enrolled_is_added_by_code(
    signed_in, session, sheet, activity, coordinator, people
):
    guest = a_participant(activity.practice, coordinator)
    [later] = people_in(activity, coordinator, 1, since=DAY + WEEK)
    form = signed_in.get(sheet).context["form"]
    sent = said(form) | {"rest": "present", "newcomers": f"{guest.code} {later.code}, {people[0].code}"}

    signed_in.post(sheet, sent)

    assert states(session) == ["present"] * 5
    assert activity.enrolments.get(participant=guest).since == DAY
    assert activity.enrolments.get(participant=later).since == DAY


def test_a_code_of_nobody_saves_nothing_and_loses_nothing(
    signed_in, session, sheet, people, coordinator, stranger
):
    form = signed_in.get(sheet).context["form"]
    code = "00000000-0".replace("-", "")
    answer = signed_in.post(sheet, said(form, state_0="absent") | {"newcomers": code})

    assert answer.status_code == 422
    assert "Nobody in this practice has this code: 0000-0000-0" in page(answer)
    assert f'value="{code}"' in page(answer)
    assert said(answer.context["form"])[f"state-{people[0].pk}"] == "absent"
    assert not Attendance.objects.exists()


def test_who_was_there_of_the_team(signed_in, activity, worker, mediator, people):
    staff = [Staffing(mediator, "", "mediator"), Staffing(None, "V7", "volunteer")]
    session = a_session(activity, worker, staff=staff)
    sheet = at("sheet", session.pk)
    form = signed_in.get(sheet).context["form"]
    first, second = form.staff_lines
    assert first.label == "Mina: Cultural mediator"

    signed_in.post(sheet, said(form) | {first.html_name: "yes", second.html_name: "no"})

    assert [one.present for one in session.staff.all()] == [True, False]
    shown = page(signed_in.get(session.get_absolute_url()))
    assert "was there" in shown
    assert "was not there" in shown


def test_before_its_day_and_once_cancelled_there_is_no_sheet(signed_in, activity, worker, people):
    ahead = a_session(activity, worker, planned_on=timezone.localdate() + WEEK)
    form = signed_in.get(at("sheet", ahead.pk))
    assert "This session is still to come" in page(form)
    assert at("sheet", ahead.pk) not in page(signed_in.get(ahead.get_absolute_url()))
    cancelled = a_session(activity, worker)
    planning.cancel(session=cancelled, reason="few", by=worker)
    assert "This session was cancelled" in page(signed_in.get(at("sheet", cancelled.pk)))
    assert signed_in.post(at("sheet", cancelled.pk), {"rest": "present"}).status_code == 422


def test_where_nobody_takes_part_the_way_to_add_people_is_shown(signed_in, session, sheet, activity):
    shown = page(signed_in.get(sheet))
    assert "Nobody takes part in this activity on that day." in shown
    assert at("activity_people", activity.pk) in shown


def test_thirty_lines_cost_as_many_queries_as_one(signed_in, activity, coordinator):
    signed_in.get(activity.get_absolute_url())  # the first page of a sign-in costs more
    counts = set()
    for number in (1, 30):
        session = a_session(activity, coordinator)
        people_in(activity, coordinator, number)
        with CaptureQueriesContext(connection) as queries:
            signed_in.get(at("sheet", session.pk))
        counts.add(len(queries))
    assert len(counts) == 1


def test_what_is_no_choice_is_said_at_its_line(signed_in, session, sheet, people):
    form = signed_in.get(sheet).context["form"]
    answer = signed_in.post(sheet, said(form, state_0="perhaps"))

    assert answer.status_code == 422
    assert people[0].code in page(answer).split("This cannot be saved yet")[1][:400]
