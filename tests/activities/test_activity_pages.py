from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cairn.activities.actions import planning
from cairn.activities.models import Activity, Enrolment
from cairn.participants import actions as participants
from cairn.trail import facts as trail
from cairn.trail.enums import Deed
from tests.activities.factories import a_session, an_activity, people_in
from tests.activities.pages import a_said_activity, at, misread, page
from tests.assessments.factories import a_practice
from tests.participants.factories import a_participant
from tests.registers.factories import a_record

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed_in(client, worker):
    client.force_login(worker)
    return client


def test_without_an_activity_the_page_says_what_one_is(client, signed_in, practice, mediator):
    assert at("activity_new", practice.pk) in page(signed_in.get(at("activities", practice.pk)))
    client.force_login(mediator)
    empty = page(client.get(at("activities", practice.pk)))
    assert "No activity yet" in empty
    assert at("activity_new", practice.pk) not in empty


def test_the_list_says_what_comes_next_and_how_much_was_held(
    signed_in, practice, activity, coordinator, people
):
    today = timezone.localdate()
    for weeks in (-2, -1, 1, 2):
        a_session(activity, coordinator, planned_on=today + timedelta(weeks=weeks))
    first, second, *_rest = activity.sessions.all()
    planning.hold(session=first, by=coordinator)
    cancelled = a_session(activity, coordinator, planned_on=today)
    planning.cancel(session=cancelled, reason="few", by=coordinator)
    other = an_activity(practice, coordinator, title="Aaa, without sessions")

    shown = page(signed_in.get(at("activities", practice.pk)))
    assert shown.index(activity.title) < shown.index(other.title)
    assert "1 of 2" in shown
    assert "2 sessions wait for their sheet" in shown

    answer = signed_in.get(at("activities_export", practice.pk, "csv"))
    line = answer.content.decode("utf-8-sig").splitlines()[1]
    assert line == f"Bread course,Course,Work and looking for work,{today + timedelta(weeks=1)},3,1,2,2,1"
    assert second.get_absolute_url() in page(signed_in.get(activity.get_absolute_url()))


def test_three_activities_cost_as_many_queries_as_one(signed_in, practice, coordinator):
    signed_in.get(at("activities", practice.pk))  # the first page of a sign-in costs more
    counts = set()
    for _number in range(3):
        people_in(an_activity(practice, coordinator), coordinator, 2)
        with CaptureQueriesContext(connection) as queries:
            signed_in.get(at("activities", practice.pk))
        counts.add(len(queries))
    assert len(counts) == 1


def test_one_begins_with_what_is_wrong_said_at_its_place(signed_in, practice, coordinator):
    a_record(practice, coordinator, "gap", what="Nobody teaches baking")
    new = at("activity_new", practice.pk)
    assert "Nobody teaches baking" in page(signed_in.get(new))
    assert signed_in.post(new, a_said_activity(title="")).status_code == 422
    early = signed_in.post(new, a_said_activity(starts_on="2024-01-01"))
    assert "The practice had not begun on that day." in page(early)

    said = a_said_activity(domains=["language", "work"], gap="No bakery", **{"inclusion-time": "yes"})
    answer = signed_in.post(new, said)

    made = Activity.objects.get()
    assert answer.url == made.get_absolute_url()
    assert (made.domains, made.inclusion) == (["language", "work"], {"time": "yes"})
    shown = page(signed_in.get(answer.url))
    for words in ("Baking", "No bakery", "Language, Work", "No session is planned yet", "History: 1 change"):
        assert words in shown


def test_the_newest_change_stands_first_in_words(signed_in, activity):
    said = a_said_activity(title="Bread course", domains=["work"], **{"inclusion-time": "no"})
    signed_in.post(at("activity_edit", activity.pk), said | {"revision": "1"})

    shown = page(signed_in.get(activity.get_absolute_url()))
    assert "Needs that it covers: “Work”" in shown
    assert "Can people come who work, study or look after children? No" in shown


def test_two_who_change_one_activity_see_both_versions(signed_in, activity, coordinator):
    edit = at("activity_edit", activity.pk)
    assert "Change the activity" in page(signed_in.get(edit))
    planning.revise(
        activity=activity, revision=1, by=coordinator,
        title="Bread and cake", topic="skills", inclusion={"time": "no"}, domains=["work"],
    )  # fmt: skip
    mine = a_said_activity(title="Bread only", **{"inclusion-time": "yes", "revision": "1"})

    clash = signed_in.post(edit, mine)

    assert clash.status_code == 409
    shown = page(clash)
    assert "Bread and cake" in shown
    assert 'value="Bread only"' in shown
    assert '<option value="skills" selected>' in shown  # what only the other one changed is taken over
    assert signed_in.post(edit, mine | {"title": ""}).status_code == 422
    form = clash.context["form"]
    assert form["revision"].value() == "2"
    signed_in.post(edit, {name: form.data.getlist(name) for name in form.data})
    activity.refresh_from_db()
    assert (activity.title, activity.topic, activity.domains) == ("Bread only", "skills", ["work"])
    assert activity.inclusion == {"time": "yes"}


class TestWhoTakesPart:
    def test_several_by_their_codes_however_they_were_typed(self, signed_in, activity, coordinator, worker):
        first, second = (a_participant(activity.practice, coordinator) for _ in range(2))
        people = at("activity_people", activity.pk)
        assert "Nobody takes part yet" in page(signed_in.get(people))

        said = {"codes": f"{first.code.lower()}, {second.code}\n{first.code}", "since": "2025-05-01"}
        shown = page(signed_in.post(people, said, follow=True))

        assert "2 people were added." in shown
        assert first.code in shown
        looked = trail.of(activity.thing).first()
        assert (looked.deed, looked.by) == (Deed.READ, worker)

    def test_a_slip_or_a_stranger_adds_nobody(self, signed_in, activity, coordinator, organisation):
        ours = a_participant(activity.practice, coordinator)
        strange = a_participant(a_practice(organisation, coordinator, title="Elsewhere"), coordinator)
        people = at("activity_people", activity.pk)
        since = {"since": "2025-05-01"}

        slip = signed_in.post(people, {"codes": misread(ours.code)} | since)
        assert slip.status_code == 422
        assert "There must be a slip in this code" in page(slip)
        nobody = page(signed_in.post(people, {"codes": f"{ours.code} {strange.code}"} | since))
        assert f"Nobody in this practice has this code: {strange.code}" in nobody
        assert not Enrolment.objects.exists()

    def test_somebody_leaves_and_why_is_for_those_who_work_with_them(
        self, client, signed_in, activity, people, worker, coordinator
    ):
        participants.assign(participant=people[0], worker=worker, by=coordinator)
        leave = at("activity_leave", activity.pk, activity.enrolments.first().pk)
        assert people[0].code in page(signed_in.get(leave))
        early = signed_in.post(leave, {"until": "2025-04-01", "reason": "moved"})
        assert early.status_code == 422
        assert "before it began" in page(early)

        signed_in.post(leave, {"until": "2025-06-01", "reason": "moved"})

        assert "Moved away" in page(signed_in.get(at("activity_people", activity.pk)))
        client.force_login(coordinator)
        shown = page(client.get(at("activity_people", activity.pk)))
        assert people[0].code in shown
        assert "Moved away" not in shown
        assert client.get(leave).status_code == 404

    def test_the_list_is_taken_away_and_that_is_written_down(
        self, client, activity, people, mediator, coordinator
    ):
        client.force_login(mediator)
        address = at("activity_people_export", activity.pk, "csv")
        assert client.get(address).status_code == 404
        client.force_login(coordinator)

        lines = client.get(address).content.decode("utf-8-sig").splitlines()

        assert lines[:2] == ["Code,Since,Until", f"{people[0].code},2025-05-01,"]
        assert trail.of(activity.thing).first().deed == Deed.EXPORTED
