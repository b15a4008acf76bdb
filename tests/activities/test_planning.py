from datetime import date, time, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from cairn.activities.actions import planning
from cairn.activities.actions.writing import Staffing
from cairn.activities.enums import InclusionQuestion, State
from cairn.activities.models import Session
from cairn.common.conflict import Conflict
from cairn.practices import actions as practices
from tests.activities.factories import DAY, PRESENT, a_session, an_activity, record

pytestmark = pytest.mark.django_db
WEEK = timedelta(days=7)


class TestActivities:
    def test_one_begins_with_a_title_a_kind_and_a_topic(self, activity):
        assert str(activity) == "Bread course"
        change = activity.changes.get()
        assert change.after["kind"] == "course"
        assert str(change) == "r1"

    def test_who_would_be_left_out_is_looked_at_question_by_question(self, activity, coordinator):
        assert not activity.inclusion_checked
        answers = dict.fromkeys(InclusionQuestion.values, "yes")

        changed = planning.revise(activity=activity, revision=1, by=coordinator, inclusion=answers)

        assert changed.inclusion_checked

    @pytest.mark.parametrize("inclusion", [{"asked": "perhaps"}, {"unasked": "yes"}])
    def test_other_answers_are_refused(self, activity, coordinator, inclusion):
        with pytest.raises(ValidationError, match="not answers"):
            planning.revise(activity=activity, revision=1, by=coordinator, inclusion=inclusion)

    def test_none_begins_before_the_practice(self, practice, coordinator):
        with pytest.raises(ValidationError, match="had not begun"):
            an_activity(practice, coordinator, starts_on=date(2024, 12, 31))

    def test_two_who_change_the_same_are_shown_to_each_other(self, activity, coordinator):
        planning.revise(activity=activity, revision=1, by=coordinator, title="Bread")
        planning.revise(activity=activity, revision=1, by=coordinator, aim="To bake.")

        with pytest.raises(Conflict) as clash:
            planning.revise(activity=activity, revision=1, by=coordinator, title="Cake")

        assert clash.value.fields == ("title",)
        activity.refresh_from_db()
        assert (activity.title, activity.aim, activity.revision) == ("Bread", "To bake.", 3)

    def test_saying_nothing_new_changes_nothing(self, activity, coordinator):
        same = planning.revise(activity=activity, revision=1, by=coordinator, title="Bread course")

        assert same.revision == 1

    def test_only_what_people_can_change_is_changed(self, activity, coordinator):
        with pytest.raises(KeyError):
            planning.revise(activity=activity, revision=1, by=coordinator, made_at="x")
        with pytest.raises(TypeError, match="made_at"):
            planning.begin(practice=activity.practice, by=coordinator, made_at="x")


class TestPlanning:
    def test_hours_follow_from_the_times_of_day(self, activity, coordinator):
        session = a_session(activity, coordinator, hours=None, starts_at=time(9), ends_at=time(10, 40))

        assert session.hours == Decimal("1.67")
        assert str(session) == "Bread course, 2025-06-02"

    def test_hours_stay_unknown_where_nobody_said_when_it_ends(self, activity, coordinator):
        assert a_session(activity, coordinator, hours=None, starts_at=time(9)).hours is None

    def test_weekly_for_as_often_as_asked(self, activity, coordinator, worker):
        staff = [Staffing(worker, "", "facilitator"), Staffing(None, "V7", "volunteer")]
        first, *more = planning.plan(
            activity=activity, by=coordinator, planned_on=DAY, times=3, staff=staff, languages=["ti"]
        )

        assert [one.planned_on for one in more] == [DAY + WEEK, DAY + 2 * WEEK]
        assert [str(one) for one in more[1].staff.all()] == ["Wilma: facilitator", "V7: volunteer"]
        again = planning.repeat(session=more[1], times=2, by=coordinator)
        assert [one.planned_on for one in again] == [DAY + 3 * WEEK, DAY + 4 * WEEK]
        assert again[0].languages == first.languages == ["ti"]
        assert again[0].staff.count() == 2

    @pytest.mark.parametrize("times", [0, 61])
    def test_not_never_and_not_for_ever(self, activity, coordinator, times):
        with pytest.raises(ValidationError, match="Between 1 and 60"):
            planning.plan(activity=activity, by=coordinator, planned_on=DAY, times=times)

    @pytest.mark.parametrize(
        ("day", "fault"),
        [
            (date(2024, 12, 31), "2024-12-31 is before the practice began, on 2025-01-01"),
            (date(2025, 2, 1), "before the activity starts, on 2025-03-01"),
            (date(2025, 9, 29), "2025-10-06 is after the activity ends, on 2025-09-30"),
            (date(2026, 1, 5), "2026-01-05 is after the practice ends, on 2025-12-31"),
        ],
    )
    def test_all_or_none_within_the_practice_and_the_activity(self, practice, coordinator, day, fault):
        practices.revise(
            practice=practice, revision=practice.revision, by=coordinator, ends_on=date(2025, 12, 31)
        )
        practice.refresh_from_db()
        activity = an_activity(practice, coordinator, starts_on=date(2025, 3, 1), ends_on=date(2025, 9, 30))

        with pytest.raises(ValidationError, match=fault):
            planning.plan(activity=activity, by=coordinator, planned_on=day, times=2)

        assert not Session.objects.exists()

    def test_nobody_stands_twice_in_one_role(self, activity, coordinator):
        twice = [Staffing(None, "V7", "volunteer")] * 2
        with pytest.raises(ValidationError, match="named twice"):
            a_session(activity, coordinator, staff=twice)

    @pytest.mark.parametrize(
        ("facts", "fault"),
        [
            ({"adaptations": ["magic"]}, "not on the list"),
            ({"languages": ["Klingon!"]}, "not a language tag"),
            ({"hours": 25}, "at most 24 hours"),
            ({"starts_at": time(10), "ends_at": time(9), "hours": 1}, "ends after it starts"),
        ],
    )
    def test_what_cannot_be_is_refused(self, activity, coordinator, facts, fault):
        with pytest.raises(ValidationError, match=fault):
            a_session(activity, coordinator, **facts)


class TestChanging:
    def test_staff_are_those_named_and_who_was_there_stays_so(self, session, coordinator, worker):
        first = Staffing(worker, "", "facilitator")
        planning.revise_session(
            session=session, revision=1, by=coordinator, staff=[first, Staffing(None, "V7", "volunteer")]
        )
        record(session, coordinator, people=[], staff={session.staff.get(person=worker).pk: True})

        planning.revise_session(session=session, revision=3, by=coordinator, staff=[first], capacity=12)

        one = session.staff.get()
        assert (one.person, one.present) == (worker, True)
        assert session.changes.first().after == {"capacity": 12, "staff": [["Wilma", "", "facilitator"]]}

    def test_two_who_change_the_same_are_shown_to_each_other(self, session, coordinator):
        planning.revise_session(session=session, revision=1, by=coordinator, hours=Decimal(3))

        with pytest.raises(Conflict):
            planning.revise_session(session=session, revision=1, by=coordinator, hours=Decimal(4))
        same = planning.revise_session(session=session, revision=1, by=coordinator, hours=Decimal(3))
        assert same.revision == 2

    def test_what_was_recorded_stays_true(self, session, coordinator, people):
        record(session, coordinator, PRESENT, PRESENT, people=people)
        session.refresh_from_db()

        with pytest.raises(ValidationError, match="2 people were recorded as present"):
            planning.revise_session(session=session, revision=session.revision, by=coordinator, capacity=1)
        with pytest.raises(ValidationError, match="held already"):
            planning.revise_session(
                session=session,
                revision=session.revision,
                by=coordinator,
                planned_on=timezone.localdate() + WEEK,
            )


class TestHoldingAndCancelling:
    def test_held_with_the_hours_that_it_took(self, session, coordinator):
        held = planning.hold(session=session, by=coordinator, hours=Decimal("2.5"))

        assert (held.state, held.hours) == (State.HELD, Decimal("2.5"))
        assert held.settled_at is not None
        assert [change.after for change in session.changes.all()][:2] == [
            {"state": "held"},
            {"hours": "2.50"},
        ]

    def test_none_is_held_before_its_day(self, activity, coordinator):
        ahead = a_session(activity, coordinator, planned_on=timezone.localdate() + WEEK)

        with pytest.raises(ValidationError, match="lies ahead"):
            planning.hold(session=ahead, by=coordinator)

    def test_cancelled_for_a_reason_and_planned_again(self, session, coordinator):
        with pytest.raises(ValidationError, match="Say why"):
            planning.cancel(session=session, reason="rain", by=coordinator)
        planning.cancel(session=session, reason="weather", by=coordinator)
        with pytest.raises(ValidationError, match="plan it again first"):
            planning.hold(session=session, by=coordinator)

        again = planning.plan_again(session=session, by=coordinator)

        assert (again.state, again.cancelled_because, again.settled_at) == (State.PLANNED, "", None)
        assert planning.plan_again(session=session, by=coordinator).revision == again.revision

    def test_what_people_came_to_is_not_cancelled(self, session, coordinator, people):
        record(session, coordinator, PRESENT, people=people)

        with pytest.raises(ValidationError, match="it took place"):
            planning.cancel(session=session, reason="few", by=coordinator)

    def test_feedback_is_opened_once(self, session):
        now = timezone.now()
        planning.feedback_opened(session=session, at=now)
        planning.feedback_opened(session=session, at=now + WEEK)

        session.refresh_from_db()
        assert session.feedback_opened_at == now
