from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cairn.activities.actions import planning
from cairn.activities.actions.writing import Staffing
from cairn.activities.models import Session
from tests.activities.factories import PRESENT, a_session, an_activity, people_in, record
from tests.activities.pages import a_said_session, at, page

pytestmark = pytest.mark.django_db
WEEK = timedelta(weeks=1)


@pytest.fixture
def signed_in(client, worker):
    client.force_login(worker)
    return client


class TestPlanning:
    def test_several_a_week_apart_with_everything_that_is_known(self, signed_in, activity, mediator):
        plan = at("session_plan", activity.pk)
        assert "Plan sessions" in page(signed_in.get(plan))
        said = a_said_session(
            times="3", starts_at="10:00", ends_at="12:30", place="school", capacity="12", languages="French, ti",
            mediator_needed="yes", adaptations=["time", "childcare"], support=["none"], participation="mixed",
        )  # fmt: skip
        said |= {"staff-who-0": str(mediator.pk), "staff-role-0": "mediator"}
        said |= {"staff-code-1": "V7", "staff-role-1": "volunteer", "staff-role-2": "childcare"}

        shown = page(signed_in.post(plan, said, follow=True))

        assert "3 sessions were planned." in shown
        first, *_others = activity.sessions.all()
        assert activity.sessions.count() == 3
        assert (float(first.hours), first.languages, first.support) == (2.5, ["fr", "ti"], [])
        shown = page(signed_in.get(first.get_absolute_url()))
        for words in (
            "10:00 – 12:30",
            "A school or training centre",
            "Mina",
            "V7",
            "French",
            "Asked, and nothing needed",
        ):
            assert words in shown
        again = page(signed_in.get(plan))
        assert 'value="10:00"' in again  # like the last one, but for the day

    def test_one_alone_leads_to_its_page(self, signed_in, activity):
        answer = signed_in.post(at("session_plan", activity.pk), a_said_session())

        assert answer.url == Session.objects.get().get_absolute_url()
        assert "Not yet recorded" in page(signed_in.get(answer.url))

    @pytest.mark.parametrize(
        ("said", "words"),
        [
            ({"planned_on": "2024-12-31"}, "before the practice began"),
            ({"starts_at": "12:00", "ends_at": "10:00"}, "A session ends after it starts."),
            ({"support": ["none", "meal"]}, "Untick one of them"),
            ({"staff-code-0": "V7", "staff-role-0": ""}, "Say in which role."),
            ({"staff-code-0": "V7", "staff-role-0": "volunteer", "staff-who-0": "me"}, "not both"),
            ({"languages": "Quenya"}, "We do not know this language"),
        ],
    )
    def test_what_is_wrong_is_said_and_what_was_typed_stays(self, signed_in, activity, worker, said, words):
        said = {name: str(worker.pk) if value == "me" else value for name, value in said.items()}
        answer = signed_in.post(at("session_plan", activity.pk), a_said_session(capacity="17", **said))

        assert answer.status_code == 422
        assert words in page(answer)
        assert 'value="17"' in page(answer)
        assert not Session.objects.exists()

    def test_more_like_one(self, signed_in, session):
        repeat = at("session_repeat", session.pk)
        assert signed_in.post(repeat, {"times": "0"}).status_code == 422

        assert "2 sessions were planned." in page(signed_in.post(repeat, {"times": "2"}, follow=True))


class TestChanging:
    def test_a_session_is_changed_and_the_history_says_so(self, signed_in, session):
        edit = at("session_edit", session.pk)
        shown = page(signed_in.get(edit))
        assert "Change the session" in shown
        said = {"planned_on": "2025-06-03", "hours": "2", "adaptations": ["pace"], "revision": "1"}

        assert signed_in.post(edit, said).url == session.get_absolute_url()

        shown = page(signed_in.get(session.get_absolute_url()))
        assert "“2025-06-02” became “2025-06-03”" in shown
        assert "Pace" in shown
        assert "none" in page(
            signed_in.post(edit, said | {"adaptations": ["none"], "revision": ""}, follow=True)
        )

    def test_two_who_change_one_session_see_both_versions(
        self, signed_in, session, coordinator, worker, mediator
    ):
        planning.revise_session(
            session=session, revision=1, by=coordinator, place="own", hours=3, languages=["fr"],
            staff=[Staffing(mediator, "", "mediator"), Staffing(None, "V7", "volunteer")],
        )  # fmt: skip
        edit = at("session_edit", session.pk)
        mine = {"planned_on": "2025-06-02", "hours": "4", "revision": "1"}
        mine |= {"staff-who-0": str(worker.pk), "staff-role-0": "facilitator"}

        clash = signed_in.post(edit, mine)

        assert clash.status_code == 409
        shown = page(clash)
        for words in ("3.00", "Mina", "V7", 'value="4"', 'value="French"'):
            assert words in shown
        form = clash.context["form"]
        signed_in.post(edit, {name: form.data.getlist(name) for name in form.data})
        session.refresh_from_db()
        assert (session.place, float(session.hours), session.languages) == ("own", 4, ["fr"])
        assert session.staff.get().person == worker


class TestItsDay:
    def test_it_took_place_without_a_sheet(self, client, session, mediator):
        client.force_login(mediator)
        shown = page(client.get(session.get_absolute_url()))
        assert "there is no sheet to fill in" in shown
        assert at("session_edit", session.pk) not in shown
        hold = at("session_hold", session.pk)
        assert client.post(hold, {"hours": "30"}).status_code == 422

        client.post(hold, {"hours": "1.5"})

        session.refresh_from_db()
        assert (session.state, float(session.hours)) == ("held", 1.5)

    def test_it_is_cancelled_with_a_reason_and_planned_again(self, signed_in, session):
        cancel = at("session_cancel", session.pk)
        assert signed_in.post(cancel, {"reason": ""}).status_code == 422
        signed_in.post(cancel, {"reason": "weather"})
        shown = page(signed_in.get(session.get_absolute_url()))
        assert "Weather, transport or a strike" in shown
        assert "It is cancelled" not in shown

        signed_in.post(at("session_plan_again", session.pk))

        session.refresh_from_db()
        assert session.state == "planned"

    def test_what_people_came_to_is_counted_and_not_cancelled(self, signed_in, session, worker, people):
        record(session, worker, PRESENT, people=people)
        assert "Present: 1. Absent: 0. Excused: 0." in page(signed_in.get(session.get_absolute_url()))

        answer = signed_in.post(at("session_cancel", session.pk), {"reason": "few"})

        assert answer.status_code == 422
        assert "it took place" in page(answer)


class TestWeekByWeek:
    def test_four_weeks_and_what_waits(self, signed_in, practice, activity, coordinator, mediator, people):
        today = timezone.localdate()
        staff = [Staffing(mediator, "", "mediator")]
        a_session(
            activity,
            coordinator,
            planned_on=today,
            staff=staff,
            starts_at="10:00",
            ends_at="11:00",
            place="own",
        )
        held = a_session(activity, coordinator, planned_on=today - WEEK)
        planning.hold(session=held, by=coordinator)
        empty = an_activity(practice, coordinator, title="Nobody enrols here")
        planning.hold(session=a_session(empty, coordinator, planned_on=today - WEEK), by=coordinator)
        address = at("sessions", practice.pk)

        shown = page(signed_in.get(address))

        assert "Waiting for their sheet" in shown
        assert shown.count("Bread course") == 3  # today's twice: it waits, and it stands in its week
        assert "Nobody enrols here" not in shown
        assert "Mina" in shown
        before = page(signed_in.get(address, {"from": str(today - WEEK)}))
        assert "Nobody enrols here" in before

    @pytest.mark.parametrize("day", ["yesterday", "0001-01-01"])
    def test_a_day_that_is_none_shows_this_week(self, signed_in, practice, activity, day):
        shown = page(signed_in.get(at("sessions", practice.pk), {"from": day}))
        assert "Nothing is planned." in shown
        assert "Waiting for their sheet" not in shown

    def test_all_sessions_are_taken_away(self, signed_in, practice, session, activity):
        line = "Bread course,2025-06-02,,,Planned,,2.0,,"
        for address in (
            at("sessions_export", practice.pk, "csv"),
            at("activity_sessions_export", activity.pk, "csv"),
        ):
            assert signed_in.get(address).content.decode("utf-8-sig").splitlines()[1] == line

    def test_many_sessions_cost_as_many_queries_as_one(
        self, signed_in, practice, activity, coordinator, people
    ):
        signed_in.get(activity.get_absolute_url())  # the first page of a sign-in costs more
        counts = set()
        for number in (1, 3):
            people_in(activity, coordinator, 1)
            for _ in range(number):
                a_session(activity, coordinator, planned_on=timezone.localdate())
            with CaptureQueriesContext(connection) as queries:
                signed_in.get(at("sessions", practice.pk))
            counts.add(len(queries))
        assert len(counts) == 1
