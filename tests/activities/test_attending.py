from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cairn.activities.actions import attending, enrolling, planning
from cairn.activities.actions.attending import Full, Said
from cairn.activities.enums import State
from cairn.activities.facts.sheets import on_sheet
from cairn.activities.models import Attendance
from cairn.common.conflict import Conflict
from cairn.trail import facts as trail
from cairn.trail.enums import Deed
from tests.activities.factories import (
    ABSENT,
    DAY,
    EXCUSED,
    PRESENT,
    UNKNOWN,
    a_session,
    people_in,
    record,
)
from tests.assessments.factories import a_practice
from tests.participants.factories import a_participant

pytestmark = pytest.mark.django_db
WEEK = timedelta(days=7)


def test_all_in_one_go_and_the_session_was_held(session, mediator, people):
    record(session, mediator, PRESENT, ABSENT, EXCUSED, people=people)

    session.refresh_from_db()
    assert (session.state, session.sheet_revision) == (State.HELD, 1)
    assert [row.state for row in session.attendance.all()] == [PRESENT, ABSENT, EXCUSED]
    assert str(session.attendance.first()) == f"{people[0].code}: present"
    noted = trail.of(session.thing).get()
    assert (noted.by, noted.deed, noted.practice) == (mediator, Deed.CHANGED, session.activity.practice_id)


def test_who_was_not_touched_stays_unknown_and_is_no_absence(session, worker, people):
    record(session, worker, UNKNOWN, PRESENT, people=people)

    assert [row.participant for row in session.attendance.all()] == [people[1]]


def test_reasons_go_with_being_away_and_leaving_early_with_having_come(session, worker, people):
    said = {
        people[0].pk: Said(PRESENT, "care", True),  # left early
        people[1].pk: Said(ABSENT, "care", True),
    }
    attending.record(session=session, revision=0, said=said, by=worker)

    came, away = session.attendance.all()
    assert (came.reason, came.left_early) == ("", True)
    assert (away.reason, away.left_early) == ("care", False)


def test_more_than_fit_are_refused_whole_until_the_places_are_raised(activity, worker, people):
    small = a_session(activity, worker, capacity=2)

    with pytest.raises(Full, match="3 people are marked as present, but there are 2 places") as full:
        record(small, worker, PRESENT, PRESENT, PRESENT, people=people)
    assert full.value.present == 3
    assert not Attendance.objects.exists()
    small.refresh_from_db()
    assert small.state == State.PLANNED

    raised = record(small, worker, PRESENT, PRESENT, PRESENT, people=people, capacity=3)
    assert raised.capacity == 3
    assert raised.attendance.count() == 3


def test_those_recorded_before_count_as_well(activity, worker, people):
    small = a_session(activity, worker, capacity=1)
    record(small, worker, PRESENT, people=people)

    with pytest.raises(Full):
        record(small, worker, PRESENT, people=people[1:])


def test_two_who_say_otherwise_of_the_same_person_are_shown_to_each_other(session, worker, mediator, people):
    record(session, worker, PRESENT, ABSENT, people=people)

    with pytest.raises(Conflict) as clash:
        attending.record(
            session=session, revision=0, by=mediator,
            said={people[0].pk: Said(ABSENT), people[1].pk: Said(ABSENT), people[2].pk: Said(PRESENT)},
        )  # fmt: skip
    assert clash.value.fields == (str(people[0].pk),)
    assert session.attendance.count() == 2

    merged = attending.record(session=session, revision=0, by=mediator, said={people[2].pk: Said(PRESENT)})
    assert [row.state for row in merged.attendance.all()] == [PRESENT, ABSENT, PRESENT]


def test_what_one_only_looked_at_does_not_undo_what_another_wrote(session, worker, mediator, people):
    record(session, worker, PRESENT, PRESENT, people=people)
    session.refresh_from_db()
    seen = session.sheet_revision
    record(session, worker, ABSENT, people=people)

    record(session, mediator, PRESENT, PRESENT, EXCUSED, people=people, revision=seen)

    assert [row.state for row in session.attendance.all()] == [ABSENT, PRESENT, EXCUSED]


def test_saving_the_same_again_changes_nothing(session, worker, people):
    record(session, worker, PRESENT, people=people)

    assert record(session, worker, PRESENT, people=people).sheet_revision == 1


def test_every_change_is_kept(session, worker, people):
    record(session, worker, PRESENT, people=people)
    record(session, worker, ABSENT, people=people)

    newest, first = session.attendance.get().changes.all()
    assert (first.before, first.after) == (["unknown", "", False], ["present", "", False])
    assert (newest.after, newest.by) == (["absent", "", False], worker)


def test_nobody_of_another_practice_or_not_in_the_activity(session, worker, organisation, coordinator):
    elsewhere = a_participant(a_practice(organisation, coordinator, title="Elsewhere"), coordinator)
    for one in (elsewhere.pk, uuid4(), a_participant(session.activity.practice, coordinator).pk):
        with pytest.raises(ValidationError, match="Enrol them first"):
            attending.record(session=session, revision=0, said={one: Said(PRESENT)}, by=worker)
    session.refresh_from_db()
    assert session.state == State.PLANNED


@pytest.mark.parametrize("said", [Said("late"), Said("absent", "bored")])
def test_only_what_is_on_the_lists(session, worker, people, said):
    with pytest.raises(ValidationError, match="not on the list"):
        attending.record(session=session, revision=0, said={people[0].pk: said}, by=worker)


def test_not_before_the_day(activity, worker, people):
    ahead = a_session(activity, worker, planned_on=timezone.localdate() + WEEK)

    with pytest.raises(ValidationError, match="lies ahead"):
        record(ahead, worker, PRESENT, people=people)


def test_a_sheet_names_who_took_part_on_that_day(activity, session, coordinator, people):
    later = people_in(activity, coordinator, 1, since=DAY + WEEK)
    gone = activity.enrolments.get(participant=people[0])
    enrolling.leave(enrolment=gone, until=DAY - WEEK, reason="work", by=coordinator)
    on_the_day = activity.enrolments.get(participant=people[1])
    enrolling.leave(enrolment=on_the_day, until=DAY, reason="moved", by=coordinator)

    assert list(on_sheet(session)) == people[1:]
    assert later[0] in on_sheet(planning.repeat(session=session, times=1, by=coordinator)[0])


def test_who_was_recorded_stays_on_the_sheet(session, coordinator, people):
    record(session, coordinator, PRESENT, people=people)
    enrolment = session.activity.enrolments.get(participant=people[0])
    enrolling.leave(enrolment=enrolment, until=DAY - WEEK, reason="lost", by=coordinator)

    assert people[0] in on_sheet(session)


def test_thirty_people_cost_as_many_queries_as_one(activity, coordinator):
    counts = set()
    for number in (1, 30):
        session = a_session(activity, coordinator)
        people = people_in(activity, coordinator, number)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            record(session, coordinator, *[PRESENT] * number, people=people)
        counts.add(len(queries))

    assert len(counts) == 1
