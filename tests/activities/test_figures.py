from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from cairn.activities.actions import attending, enrolling, planning
from cairn.activities.actions.attending import Said
from cairn.activities.actions.writing import Staffing
from cairn.activities.facts import figures, held, offering
from cairn.participants.counting import Share, shown_together
from tests.activities.factories import (
    ABSENT,
    DAY,
    EXCUSED,
    PRESENT,
    UNKNOWN,
    a_session,
    an_activity,
    people_in,
    record,
)
from tests.activities.pages import at, page
from tests.assessments.factories import a_practice

pytestmark = pytest.mark.django_db
WEEK = timedelta(weeks=1)
JUNE = (date(2025, 6, 1), date(2025, 6, 30))


def with_mediator(activity, by, mediator, *, present, **more):
    staff = [Staffing(mediator, "", "mediator")]
    session = a_session(activity, by, staff=staff, mediator_needed="yes", **more)
    planning.hold(session=session, by=by)
    session.staff.update(present=present)
    return session


class TestCounting:
    def test_sessions_by_what_became_of_them(self, practice, activity, coordinator):
        planning.hold(session=a_session(activity, coordinator), by=coordinator)
        planning.hold(session=a_session(activity, coordinator, hours=None), by=coordinator)
        planning.cancel(session=a_session(activity, coordinator), reason="few", by=coordinator)
        a_session(activity, coordinator)
        a_session(activity, coordinator, planned_on=DAY + 5 * WEEK)
        today = timezone.localdate()
        a_session(activity, coordinator, planned_on=today)

        june = figures.figures(practice.pk, *JUNE)

        assert (june.sessions, june.held, june.cancelled, june.ahead) == (4, 2, 1, 0)
        assert (june.hours, june.without_hours) == (Decimal(2), 1)
        assert june.held_of_due == Share(2, 4)
        assert june.cancelled_because == {"few": 1}
        assert figures.figures(practice.pk, today, today).ahead == 1

    def test_a_mediator_where_one_is_needed(self, practice, activity, coordinator, mediator):
        for present in (True, False, None):
            with_mediator(activity, coordinator, mediator, present=present)
        planning.hold(session=a_session(activity, coordinator, mediator_needed="no"), by=coordinator)

        june = figures.figures(practice.pk, *JUNE)

        assert (june.mediator_needed, june.mediator_unknown) == (3, 1)
        assert june.with_mediator == Share(1, 2)

    def test_fitted_to_those_who_come_counts_only_where_somebody_said(self, practice, activity, coordinator):
        for adaptations in (["pace", "time"], ["pace"], [], None):
            session = a_session(activity, coordinator, adaptations=adaptations, participation="mixed")
            planning.hold(session=session, by=coordinator)

        june = figures.figures(practice.pk, *JUNE)

        assert june.with_adaptation == Share(2, 3)
        assert june.adaptations == {"pace": 2, "time": 1}
        assert june.mixed == 4

    def test_people_once_however_often_they_came(self, practice, activity, coordinator, people):
        other = an_activity(practice, coordinator, title="Another")
        enrolling.enrol(activity=other, people=[people[0].pk], since=DAY, by=coordinator)
        record(a_session(activity, coordinator), coordinator, PRESENT, PRESENT, UNKNOWN, people=people)
        record(a_session(activity, coordinator), coordinator, PRESENT, ABSENT, EXCUSED, people=people)
        record(a_session(other, coordinator), coordinator, PRESENT, people=people)

        june = figures.figures(practice.pk, *JUNE)

        assert (june.attendances, june.known, june.reach) == (4, 6, 2)
        assert june.present_of_known == Share(4, 6)
        assert june.absent_because == {"": 2}
        told = {
            each.title: (of.attendances, of.reach) for each, of in figures.by_activity(practice.pk, *JUNE)
        }
        assert told == {"Another": (1, 1), "Bread course": (3, 2)}

    def test_who_left_and_who_dropped_out(self, practice, activity, coordinator, people):
        for enrolment, reason in zip(activity.enrolments.all(), ("work", "lost", "moved"), strict=True):
            until = DAY if reason != "moved" else DAY + 10 * WEEK
            enrolling.leave(enrolment=enrolment, until=until, reason=reason, by=coordinator)

        june = figures.figures(practice.pk, *JUNE)

        assert june.left_because == {"work": 1, "lost": 1}
        assert june.drop_outs == Share(1, 3)
        assert figures.figures(practice.pk, DAY + WEEK, DAY + 2 * WEEK).took_part == 1

    def test_nothing_of_another_practice(self, organisation, coordinator, session):
        elsewhere = a_practice(organisation, coordinator, title="Elsewhere")

        assert figures.figures(elsewhere.pk, *JUNE) == figures.Figures()
        assert figures.by_activity(elsewhere.pk, *JUNE) == []

    def test_many_sessions_cost_as_many_queries_as_one(
        self, practice, coordinator, django_assert_max_num_queries
    ):
        for _number in range(3):
            activity = an_activity(practice, coordinator)
            people = people_in(activity, coordinator, 2)
            record(a_session(activity, coordinator), coordinator, PRESENT, PRESENT, people=people)
            with django_assert_max_num_queries(5):
                figures.by_activity(practice.pk, *JUNE)


@pytest.fixture
def a_month(practice, activity, coordinator, mediator):
    """Eight people, of whom one is away for work, one has left, and two come to something else as well."""
    people = people_in(activity, coordinator, 8)
    staff = [Staffing(mediator, "", "mediator")]
    session = a_session(activity, coordinator, staff=staff, mediator_needed="yes", adaptations=["pace"])
    said = {one.pk: Said(PRESENT) for one in people} | {people[0].pk: Said(ABSENT, "work")}
    attending.record(session=session, revision=0, said=said, by=coordinator)
    planning.cancel(session=a_session(activity, coordinator), reason="weather", by=coordinator)
    enrolment = activity.enrolments.get(participant=people[0])
    enrolling.leave(enrolment=enrolment, until=DAY, reason="lost", by=coordinator)
    other = an_activity(practice, coordinator, title="Walks")
    enrolling.enrol(activity=other, people=[one.pk for one in people[1:3]], since=DAY, by=coordinator)
    record(a_session(other, coordinator, hours=None), coordinator, PRESENT, PRESENT, people=people[1:3])
    a_session(an_activity(practice, coordinator, title="Later"), coordinator, planned_on=timezone.localdate())


PERIOD = {"since": "2025-06-01", "until": "2025-06-30"}


class TestPages:
    def test_whoever_works_with_the_people_sees_every_count(self, client, practice, a_month, worker):
        client.force_login(worker)
        address = at("activities_figures", practice.pk)

        shown = page(client.get(address, PERIOD))

        for words in (
            "1 of 2",
            "not noted: 1",
            "1 of 8",
            "length not known: 1",
            "Work or study",
            "We lost touch",
        ):
            assert words in shown
        assert "fewer than 5" not in shown
        lines = client.get(at("activities_figures_export", practice.pk, "activities", "csv"), PERIOD)
        assert lines.content.decode("utf-8-sig").splitlines()[1:] == [
            "Bread course,2,1,1,2.0,0,7,7,not noted: 1,1 of 1,0,1 of 8",
            "Walks,1,1,0,0.0,1,2,2,,,0,0 of 2",
            "All activities,3,2,1,2.0,1,9,7,not noted: 1,1 of 1,0,1 of 10",
        ]

    def test_others_see_no_small_ones_nor_what_would_give_them_away(
        self, client, practice, a_month, coordinator
    ):
        client.force_login(coordinator)

        shown = page(client.get(at("activities_figures", practice.pk), PERIOD))

        assert "too few to tell" in shown
        assert "1 of 10" not in shown
        lines = client.get(at("activities_figures_export", practice.pk, "activities", "csv"), PERIOD)
        walks, whole = lines.content.decode("utf-8-sig").splitlines()[2:]
        assert walks == "Walks,1,1,0,0.0,1,fewer than 5,fewer than 5,,,0,too few to tell"
        assert whole.endswith("9,7,not noted: 1,1 of 1,0,too few to tell")
        reasons = client.get(at("activities_figures_export", practice.pk, "reasons", "csv"), PERIOD)
        assert reasons.content.decode("utf-8-sig").splitlines()[1:] == [
            "How sessions were fitted,Pace,1",
            'Why sessions were cancelled,"Weather, transport or a strike",1',
            "Why people did not come,Work or study,fewer than 5",
            "Why people left an activity,We lost touch,fewer than 5",
        ]

    def test_the_last_twelve_months_unless_other_days_are_asked_for(self, client, practice, a_month, worker):
        client.force_login(worker)
        address = at("activities_figures", practice.pk)

        assert "none due yet" in page(client.get(address))
        nothing = page(client.get(address, {"since": "2025-01-01", "until": "2025-01-02"}))
        assert "Nothing in this period" in nothing

    def test_a_period_that_is_none_is_said_so(self, client, practice, worker):
        client.force_login(worker)
        answer = client.get(
            at("activities_figures", practice.pk), {"since": "2025-02-01", "until": "2025-01-01"}
        )
        assert answer.status_code == 422
        assert "The last day lies before the first." in page(answer)
        export = at("activities_figures_export", practice.pk, "reasons", "csv")
        assert client.get(export, {"since": "x"}).content.decode("utf-8-sig").count("\n") == 1


def test_one_small_count_among_others_takes_the_next_smallest_along():
    assert shown_together({"a": 3, "b": 9, "c": 20}, openly=False) == {
        "a": "fewer than 5",
        "b": "not shown",
        "c": "20",
    }
    assert shown_together({"a": 3, "b": 2, "c": 20}, openly=False)["c"] == "20"
    assert shown_together({"a": 3, "b": 0}, openly=False) == {"a": "fewer than 5", "b": "0"}
    assert shown_together({"a": 3, "b": 9}, openly=True) == {"a": "3", "b": "9"}


def test_who_came_first_and_how_often(practice, activity, coordinator):
    early, late, gone = people_in(activity, coordinator, 3)
    for day, *states in ((DAY, PRESENT, ABSENT, UNKNOWN), (DAY + WEEK, ABSENT, PRESENT, UNKNOWN), (DAY + 2 * WEEK, ABSENT, PRESENT, UNKNOWN)):  # fmt: skip
        record(
            a_session(activity, coordinator, planned_on=day), coordinator, *states, people=[early, late, gone]
        )
    enrolling.leave(
        enrolment=activity.enrolments.get(participant=gone), until=DAY, reason="lost", by=coordinator
    )
    enrolling.leave(enrolment=activity.enrolments.get(participant=late), until=DAY + 3 * WEEK, reason="completed", by=coordinator)  # fmt: skip

    assert held.first_present(practice.pk, JUNE[1]) == {early.pk: DAY, late.pk: DAY + WEEK}
    found = held.by_person(practice.pk, *JUNE)
    assert {pk: (one.came, one.known, one.dropped) for pk, one in found.items()} == {
        early.pk: (1, 3, False),
        late.pk: (2, 3, False),
        gone.pk: (0, 0, True),
    }
    assert [found[one.pk].regular for one in (early, late, gone)] == [False, True, False]


def test_what_was_offered_and_the_hours_it_takes_of_staff(practice, activity, coordinator, mediator):
    for staff in ([], [Staffing(mediator, "", "mediator"), Staffing(None, "V1", "volunteer")]):
        a_session(activity, coordinator, staff=staff, hours=Decimal(2))
    a_session(activity, coordinator, hours=None)
    planning.cancel(session=a_session(activity, coordinator), reason="weather", by=coordinator)
    joined = planning.begin(practice=practice, by=coordinator, title="Choir", kind="group", topic="culture")
    planning.begin(practice=practice, by=coordinator, title="Later", kind="group", topic="culture")
    people_in(joined, coordinator, 1)

    assert offering.hours_of_staff(practice.pk, *JUNE) == 6
    assert list(offering.offered_between(practice.pk, *JUNE)) == [activity, joined]
    assert list(offering.offered_between(practice.pk, date(2024, 1, 1), date(2024, 1, 2))) == []
    assert held.sessions(practice.pk, *JUNE) == []


def test_childcare_where_somebody_needs_it(practice, activity, coordinator):
    parent, other = people_in(activity, coordinator, 2)
    type(parent).objects.filter(pk=parent.pk).update(childcare="yes")
    for support in (["childcare"], None):
        record(a_session(activity, coordinator, support=support), coordinator, PRESENT, people=[parent])
    record(a_session(activity, coordinator), coordinator, PRESENT, people=[other])

    assert held.with_childcare(practice.pk, *JUNE) == Share(1, 2)


def test_local_people_with_a_role_and_who_came(practice, activity, coordinator):
    here, away = people_in(activity, coordinator, 2)
    helped = a_session(activity, coordinator, staff=[Staffing(None, "V1", "volunteer")])
    record(helped, coordinator, PRESENT, ABSENT, people=[here, away])
    other = planning.begin(practice=practice, by=coordinator, title="Choir", kind="group", topic="culture")
    planning.hold(session=a_session(other, coordinator), by=coordinator)

    assert held.with_locals(practice.pk, *JUNE) == Share(1, 2)
    assert held.came_to(held.held(practice.pk, *JUNE)) == {here.pk}
