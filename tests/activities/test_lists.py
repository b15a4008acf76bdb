import time
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from cairn.activities import lists
from cairn.activities.actions import planning
from cairn.activities.enums import State
from cairn.activities.facts import offering
from cairn.activities.models import Activity, Attendance, Session
from cairn.sheets import actions as sheets
from cairn.sheets import facts
from cairn.sheets.enums import State as Brought
from cairn.sheets.shape import Row
from tests.activities.factories import (
    ABSENT,
    DAY,
    PRESENT,
    UNKNOWN,
    a_session,
    an_activity,
    people_in,
    record,
)
from tests.activities.pages import misread
from tests.assessments.factories import a_practice
from tests.participants.factories import a_participant
from tests.sheets.conftest import a_csv

pytestmark = pytest.mark.django_db
ACTIVITIES, SESSIONS, ATTENDANCE = lists.TABLES
WEEK = timedelta(weeks=1)


def judged(table, practice, by, *rows):
    return table.judge(practice, by, [Row(number, values) for number, values in enumerate(rows, start=2)])


def faults(found):
    return [(fault.row, fault.column, fault.words) for fault in found.faults]


def bring(practice, table, by, *rows, only_good=False):
    titles = [str(table.column(key).title) for key in rows[0]]
    data = a_csv(titles, *[["" if value is None else value for value in row.values()] for row in rows])
    sheet = sheets.take_in(practice=practice, table=table, name="a.csv", data=data, by=by)
    sheets.start(sheet=sheet)
    sheet.refresh_from_db()
    return sheets.bring(sheet=sheet, only_good=only_good, by=by)


def test_all_three_are_found():
    assert {"activities", "sessions", "attendance"} <= facts.tables().keys()


def again(table, practice, by):
    """What goes out comes in again, and nothing is changed by it."""
    rows = [
        {key: value for key, value in row.items() if table.column(key).taken_in}
        for row in table.rows(practice, by)
    ]
    found = judged(table, practice, by, *rows)
    return (found.faults, found.changes, found.unchanged)


class TestActivities:
    def test_new_ones_come_in_and_go_out(self, practice, coordinator):
        said = {
            "title": "Baking",
            "kind": "course",
            "topic": "work",
            "domains": "Work; language",
            "starts_on": date(2025, 2, 1),
        }

        brought = bring(practice, ACTIVITIES, coordinator, said)

        assert brought.state == Brought.DONE
        made = Activity.objects.get()
        assert (made.title, made.domains, made.starts_on) == (
            "Baking",
            ["work", "language"],
            date(2025, 2, 1),
        )
        assert again(ACTIVITIES, practice, coordinator) == ([], [], 1)
        sheets.undo(sheet=brought, by=coordinator)
        assert not Activity.objects.exists()

    def test_what_is_wrong_is_said_row_by_row(self, practice, activity, coordinator):
        good = {"title": "Baking", "kind": "course", "topic": "work"}
        found = judged(
            ACTIVITIES, practice, coordinator,
            good,
            good | {"title": " baking "},
            good | {"title": "A", "domains": "Work; love"},
            good | {"title": "B", "starts_on": date(2024, 1, 1)},
            good | {"title": "C", "starts_on": DAY, "ends_on": DAY - WEEK},
            good | {"title": "D" * 201},
            good | {"title": "bread course", "topic": "skills"},
        )  # fmt: skip

        assert [fault[:2] for fault in faults(found)] == [
            (3, "title"), (4, "domains"), (5, "starts_on"), (6, "ends_on"), (7, "title"), (8, "title"),
        ]  # fmt: skip
        assert [change.row for change in found.changes] == [2]

    def test_none_that_is_in_use_is_taken_back(self, practice, coordinator):
        brought = bring(
            practice, ACTIVITIES, coordinator, {"title": "Baking", "kind": "course", "topic": "work"}
        )
        a_session(Activity.objects.get(), coordinator)

        with pytest.raises(ValidationError, match="sessions or people by now"):
            sheets.undo(sheet=brought, by=coordinator)


class TestSessions:
    def test_new_ones_come_in_and_go_out(self, practice, activity, coordinator):
        said = {
            "activity": "bread course", "planned_on": DAY, "starts_at": "9:30", "ends_at": "11:00", "state": "held",
            "place": "school", "capacity": 12, "languages": "French; ti", "adaptations": "Pace; pictures",
            "mediator_needed": "yes", "support": "childcare", "participation": "mixed",
        }  # fmt: skip

        brought = bring(
            practice, SESSIONS, coordinator, said, said | {"planned_on": DAY + WEEK, "state": None}
        )

        first, second = Session.objects.all()
        assert (first.state, float(first.hours), first.languages) == (State.HELD, 1.5, ["fr", "ti"])
        assert (first.adaptations, first.support) == (["pace", "pictures"], ["childcare"])
        assert (second.state, second.settled_at) == (State.PLANNED, None)
        assert again(SESSIONS, practice, coordinator) == ([], [], 2)
        sheets.undo(sheet=brought, by=coordinator)
        assert not Session.objects.exists()

    @pytest.mark.parametrize(
        ("said", "column"),
        [
            ({"activity": "Nothing like it"}, "activity"),
            ({"activity": "Twice"}, "activity"),
            ({"planned_on": date(2024, 1, 1)}, "planned_on"),
            ({"starts_at": "noon"}, "starts_at"),
            ({"starts_at": "10:00", "ends_at": "09:00"}, "ends_at"),
            ({"hours": 25}, "hours"),
            ({"hours": 1234567}, "hours"),
            ({"state": "cancelled"}, "cancelled_because"),
            ({"cancelled_because": "few"}, "cancelled_because"),
            ({"state": "held", "planned_on": date(2999, 1, 1)}, "planned_on"),
            ({"languages": "French; Quenya"}, "languages"),
            ({"support": "money"}, "support"),
            ({"planned_on": DAY + WEEK, "hours": 5}, "planned_on"),
        ],
    )
    def test_what_is_wrong_is_said_at_its_cell(self, practice, activity, coordinator, said, column):
        for _ in range(2):
            an_activity(practice, coordinator, title="Twice")
        a_session(activity, coordinator, planned_on=DAY + WEEK)
        found = judged(
            SESSIONS, practice, coordinator, {"activity": "Bread course", "planned_on": DAY} | said
        )

        assert [fault[:2] for fault in faults(found)] == [(2, column)]

    def test_the_same_day_twice(self, practice, activity, coordinator):
        row = {"activity": "Bread course", "planned_on": DAY}
        found = judged(SESSIONS, practice, coordinator, row, row | {"activity": "Bread  COURSE"})

        assert [fault[:2] for fault in faults(found)] == [(3, "planned_on")]

    def test_none_to_which_somebody_came_is_taken_back(self, practice, activity, coordinator, people):
        brought = bring(
            practice, SESSIONS, coordinator, {"activity": "Bread course", "planned_on": DAY, "state": "held"}
        )
        Attendance.objects.create(session=Session.objects.get(), participant=people[0], state=PRESENT)

        with pytest.raises(ValidationError, match="Who came is recorded"):
            sheets.undo(sheet=brought, by=coordinator)


@pytest.fixture
def held(session, coordinator):
    return planning.hold(session=session, by=coordinator)


class TestAttendance:
    def row(self, person, **more):
        return {"code": person.code, "activity": "Bread course", "day": DAY, "state": "present"} | more

    def test_it_comes_in_and_goes_out(self, practice, held, people, coordinator):
        first, second, third = people
        rows = [
            self.row(first, code=first.code.lower().replace("-", ""), reason=None, left_early="yes"),
            self.row(second, state="absent", reason="care", left_early=None),
        ]
        brought = bring(practice, ATTENDANCE, coordinator, *rows)

        assert [
            (row.participant, row.state, row.reason, row.left_early) for row in held.attendance.all()
        ] == [
            (first, "present", "", True),
            (second, "absent", "care", False),
        ]
        assert not offering.waiting_for_sheet(practice.pk, timezone.localdate()).exists()
        record(held, coordinator, UNKNOWN, ABSENT, UNKNOWN, people=[third, second, first])
        assert again(ATTENDANCE, practice, coordinator) == ([], [], 1)
        with pytest.raises(ValidationError, match="Changed since the import"):
            sheets.undo(sheet=brought, by=coordinator)

    def test_what_is_wrong_is_said_at_its_cell(
        self, practice, activity, held, people, coordinator, organisation
    ):
        strange = a_participant(a_practice(organisation, coordinator, title="Elsewhere"), coordinator)
        late = a_participant(practice, coordinator, enrolled_on=DAY + WEEK)
        for day in (DAY + WEEK, DAY + WEEK, DAY + 2 * WEEK):
            a_session(activity, coordinator, planned_on=day)
        record(held, coordinator, ABSENT, people=people)
        good = self.row(people[1])
        found = judged(
            ATTENDANCE, practice, coordinator,
            good,
            good,
            good | {"code": misread(people[2].code)},
            good | {"code": strange.code},
            good | {"code": late.code},
            good | {"code": people[0].code},
            good | {"code": people[2].code, "reason": "care"},
            good | {"code": people[2].code, "state": "absent", "left_early": True},
            good | {"activity": "Nothing like it"},
            good | {"day": DAY + 3 * WEEK},
            good | {"day": DAY + WEEK},
            good | {"day": DAY + 2 * WEEK},
        )  # fmt: skip

        assert [fault[:2] for fault in faults(found)] == [
            (3, "code"), (4, "code"), (5, "code"), (6, "day"), (7, "state"), (8, "reason"), (9, "left_early"),
            (10, "activity"), (11, "day"), (12, "day"), (13, "day"),
        ]  # fmt: skip
        assert [change.row for change in found.changes] == [2]

    def test_no_more_people_than_places(self, practice, activity, coordinator, people):
        small = a_session(activity, coordinator, capacity=2)
        record(small, coordinator, PRESENT, people=people)
        rows = [self.row(person) for person in people]
        rows[1]["state"] = "absent"

        assert judged(ATTENDANCE, practice, coordinator, *rows).faults == []
        rows[1]["state"] = "present"
        found = judged(ATTENDANCE, practice, coordinator, *rows)
        assert faults(found) == [
            (
                4,
                "state",
                "The session has 2 places, and as many people are present already. Raise its places first.",
            )
        ]


class TestTenThousandRows:
    """A hundred people, a hundred sessions, three slips."""

    @pytest.fixture
    def rows(self, practice, activity, coordinator):
        people = people_in(activity, coordinator, 100)
        days = [DAY + timedelta(days=number) for number in range(100)]
        now = timezone.now()
        Session.objects.bulk_create(
            Session(activity=activity, planned_on=day, state=State.HELD, settled_at=now) for day in days
        )
        rows = [
            {"code": person.code, "activity": "Bread course", "day": day, "state": "Present"}
            for day in days
            for person in people
        ]
        rows[1_233]["code"] = "K7Q2-9FXM-9"
        rows[5_000]["day"] = DAY - WEEK
        rows[9_999]["state"] = "perhaps"
        return rows

    def test_the_three_are_named_and_the_good_ones_come_in_within_seconds(self, practice, coordinator, rows):
        begun = time.monotonic()
        refused = bring(practice, ATTENDANCE, coordinator, *rows)
        assert (refused.state, refused.refused) == (Brought.STOPPED, 3)
        assert not Attendance.objects.exists()
        found = facts.judged(refused, ATTENDANCE, by=coordinator)
        assert [fault[:2] for fault in faults(found)] == [(1_235, "code"), (5_002, "day"), (10_001, "state")]

        sheets.start(sheet=refused)
        refused.refresh_from_db()
        brought = sheets.bring(sheet=refused, only_good=True, by=coordinator)

        assert (brought.taken, brought.refused) == (9_997, 3)
        assert Attendance.objects.count() == 9_997
        assert time.monotonic() - begun < 60  # a few seconds where nothing else runs

        sheets.undo(sheet=brought, by=coordinator)
        assert not Attendance.objects.exists()

    def test_as_many_questions_to_the_database_as_for_one_row(
        self, practice, coordinator, rows, django_assert_num_queries
    ):
        for number in (1, 10_000):
            found = [
                Row(place, said | {"state": "present"}) for place, said in enumerate(rows[:number], start=2)
            ]
            with django_assert_num_queries(4):
                ATTENDANCE.judge(practice, coordinator, found)
