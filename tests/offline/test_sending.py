"""What a device brings is recorded once, by the rules of the ordinary pages, and every refusal says what to do."""

import json
import random
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse

from cairn.activities.actions import planning
from cairn.activities.models import Attendance
from cairn.needs.actions import assessing
from cairn.needs.enums import Domain
from cairn.needs.models import Finding, Need, NeedsAssessment
from cairn.offline.actions import arriving
from cairn.offline.models import Arrival
from cairn.offline.shapes import Sent
from cairn.offline.views.answering import refusal
from cairn.participants import actions as participants
from cairn.practices import actions as practices
from cairn.trail.models import Entry
from tests.activities.factories import ABSENT, PRESENT, record
from tests.factories import a_person
from tests.needs.factories import a_draft, a_talk
from tests.participants.factories import a_participant, a_worker

pytestmark = pytest.mark.django_db


def a_sheet(session, people, worker, *states, uuid=None, **more):
    said = {str(one.pk): [state, "", False] for one, state in zip(people, states, strict=False)}
    payload = {"session": session.pk, "revision": session.sheet_revision, "said": said, **more}
    return {
        "uuid": str(uuid or uuid4()),
        "person": worker.pk,
        "kind": "attendance",
        "payload": payload,
    }


def a_written_talk(participant, worker, today, uuid=None, **said):
    payload = {
        "participant": str(participant.pk),
        "assessed_on": str(today),
        "place": "street",
        "with_interpreter": True,
        "note": "We talked on a bench.",
        "said": said or {"housing": [{"answer": "high", "source": "said", "note": "A bed."}]},
    }
    return {"uuid": str(uuid or uuid4()), "person": worker.pk, "kind": "needs", "payload": payload}


def send(client, sent):
    return client.post(reverse("field_send"), json.dumps({"sent": sent}), content_type="application/json")


class TestAttendance:
    def test_is_recorded(self, device, session, people, worker):
        sent = a_sheet(session, people, worker, "present", "absent", hours="1.5")

        answer = send(device, sent)

        assert (answer.status_code, answer.json()) == (200, {"arrived": sent["uuid"], "again": False})
        session.refresh_from_db()
        assert session.state == "held"
        assert [row.state for row in Attendance.objects.filter(session=session)] == [PRESENT, ABSENT]

    def test_brings_people_who_came_along(self, device, session, people, worker, practice, coordinator):
        newcomer = a_participant(practice, coordinator)
        staffed = session.staff.create(code="M1", role="mediator")

        sent = a_sheet(session, [], worker, newcomers=newcomer.code.lower(), staff={staffed.pk: True})
        assert send(device, sent).status_code == 200

        assert Attendance.objects.get(participant=newcomer).state == PRESENT
        staffed.refresh_from_db()
        assert staffed.present

    def test_of_a_code_that_nobody_has_is_refused_whole(self, device, session, worker, organisation):
        elsewhere = a_participant(an_other(organisation), worker)

        answer = send(device, a_sheet(session, [], worker, newcomers=elsewhere.code))

        assert answer.status_code == 422
        assert elsewhere.code in answer.json()["words"]
        assert not Arrival.objects.exists()

    def test_that_is_too_full_says_how_many_are_there(self, device, session, people, worker, coordinator):
        planning.revise_session(session=session, revision=session.revision, by=coordinator, capacity=1)
        sent = a_sheet(session, people, worker, "present", "present")

        answer = send(device, sent)
        assert (answer.status_code, answer.json()["problem"], answer.json()["present"]) == (422, "full", 2)

        sent["payload"]["capacity"] = 2
        assert send(device, sent).status_code == 200

    def test_that_contradicts_another_is_given_back_with_both(self, device, session, people, worker):
        sent = a_sheet(session, people, worker, "absent", "present")
        record(
            session, a_worker(session.activity.practice, "Willem"), PRESENT, PRESENT, ABSENT, people=people
        )

        answer = send(device, sent)

        assert (answer.status_code, answer.json()["problem"]) == (409, "conflict")
        lines = answer.json()["lines"]
        assert lines[str(people[0].pk)] == {
            "said": ["present", "", False],
            "clash": True,
            "words": "Willem wrote: Present",
        }
        assert [lines[str(one.pk)]["clash"] for one in people[1:]] == [False, False]
        assert not Arrival.objects.exists()

        sent["payload"]["revision"] = answer.json()["revision"]
        assert send(device, sent).status_code == 200
        assert Attendance.objects.get(participant=people[0]).state == ABSENT

    def test_of_somebody_elses_session_is_not_there(self, stranger, session, people):
        client = Client()
        client.force_login(stranger)

        answer = send(client, a_sheet(session, people, stranger, "present"))

        assert (answer.status_code, answer.json()["problem"]) == (404, "gone")

    def test_of_a_day_to_come_is_refused(self, device, activity, worker, coordinator, today, people):
        session = planning.plan(activity=activity, by=coordinator, planned_on=today + timedelta(days=2))[0]

        assert send(device, a_sheet(session, people, worker, "present")).status_code == 422


def an_other(organisation):
    return practices.create(organisation=organisation, by=a_person("Otto", organisation), title="Elsewhere")


class TestTalk:
    def test_is_recorded_as_one_finished_assessment(self, device, participant, worker, today):
        sent = a_written_talk(
            participant,
            worker,
            today,
            housing=[{"answer": "high", "source": "said"}],
            health=[{"answer": "none"}],
        )

        assert send(device, sent).status_code == 200

        assessment = NeedsAssessment.objects.get()
        assert (assessment.place, assessment.with_interpreter) == ("street", True)
        assert assessment.note == "We talked on a bench."
        assert assessment.finished_at
        assert Need.objects.get().domain == Domain.HOUSING
        assert Finding.objects.count() == 2

    def test_goes_on_with_a_need_that_was_known(self, device, participant, worker, today):
        a_talk(participant, worker, housing="high")
        need = str(Need.objects.get().pk)

        said = {"answer": "low", "source": "said", "need": need}
        assert send(device, a_written_talk(participant, worker, today, housing=[said])).status_code == 200

        assert Need.objects.get().priority == "low"

    def test_beside_a_draft_waits(self, device, participant, worker, today):
        draft = a_draft(participant, worker)
        sent = a_written_talk(participant, worker, today)

        answer = send(device, sent)
        assert (answer.status_code, answer.json()["problem"]) == (409, "unfinished")

        assessing.discard(draft=draft, by=worker)
        assert send(device, sent).status_code == 200

    @pytest.mark.parametrize(
        "said",
        [
            {"housing": [{"answer": "high"}]},
            {"housing": [{"answer": "dreadful", "source": "said"}]},
            {"housing": [{"answer": "low", "source": "said", "need": str(UUID(int=5))}]},
            {"housing": []},
        ],
    )
    def test_that_breaks_a_rule_is_refused_whole(self, device, participant, worker, today, said):
        answer = send(device, a_written_talk(participant, worker, today, **said))

        assert (answer.status_code, answer.json()["problem"]) == (422, "refused")
        assert answer.json()["words"]
        assert not NeedsAssessment.objects.exists()

    def test_with_somebody_elses_participant_is_not_there(self, device, practice, coordinator, worker, today):
        other = a_participant(practice, coordinator, worker=a_worker(practice, "Willem"))

        assert send(device, a_written_talk(other, worker, today)).status_code == 404


class TestTwice:
    def test_the_same_is_known_again(self, device, participant, worker, today, session, people):
        """Sent five times and shuffled, as a bad line does it."""
        pieces = [
            a_sheet(session, people, worker, "present", "absent", "excused"),
            a_written_talk(participant, worker, today),
        ]
        shuffled = pieces * 5
        random.Random(3).shuffle(shuffled)  # noqa: S311  # an order to repeat, no secret

        answers = [send(device, piece) for piece in shuffled]

        assert {answer.status_code for answer in answers} == {200}
        assert sum(not answer.json()["again"] for answer in answers) == 2
        assert Arrival.objects.count() == 2
        assert Attendance.objects.count() == 3
        assert NeedsAssessment.objects.count() == 1

    def test_with_other_words_is_refused(self, device, participant, worker, today):
        sent = a_written_talk(participant, worker, today)
        send(device, sent)
        sent["payload"]["note"] = "Something else."

        answer = send(device, sent)

        assert (answer.status_code, answer.json()["problem"]) == (409, "different")

    def test_is_known_after_the_person_is_no_longer_theirs(
        self, device, participant, worker, today, coordinator
    ):
        sent = a_written_talk(participant, worker, today)
        send(device, sent)
        participants.end(assignment=participant.assignments.get(), by=coordinator)

        assert send(device, sent).json()["again"]

    def test_at_the_same_moment_is_one(self, participant, worker, today, monkeypatch):
        """The other one wins between our look and our writing."""
        sent = Sent.model_validate({"sent": a_written_talk(participant, worker, today)}).sent
        place = arriving._place

        def overtaken(sent, by):
            monkeypatch.setattr(arriving, "_place", place)
            arriving.take_in(sent=sent, by=by)
            return place(sent, by)

        monkeypatch.setattr(arriving, "_place", overtaken)

        assert arriving.take_in(sent=sent, by=worker) is False
        assert NeedsAssessment.objects.count() == 1


class TestDoor:
    def test_only_who_wrote_it_sends_it(self, participant, worker, today, practice):
        client = Client()
        client.force_login(a_worker(practice, "Willem"))

        answer = send(client, a_written_talk(participant, worker, today))

        assert (answer.status_code, answer.json()["problem"]) == (403, "person")

    @pytest.mark.parametrize("body", ["", "[]", '{"sent": {"kind": "needs"}}', '{"sent": {"kind": "other"}}'])
    def test_what_cannot_be_read_is_kept_by_the_device(self, device, body):
        answer = device.post(reverse("field_send"), body, content_type="application/json")

        assert (answer.status_code, answer.json()["problem"]) == (400, "malformed")

    def test_a_number_too_large_for_a_database_is_malformed(self, device, session, people, worker):
        sent = a_sheet(session, people, worker, "present")
        sent["payload"]["session"] = 10**30

        assert send(device, sent).status_code == 400

    def test_whoever_is_not_signed_in_is_sent_to_the_door(self, participant, worker, today):
        answer = send(Client(), a_written_talk(participant, worker, today))

        assert answer.status_code == 302
        assert not Arrival.objects.exists()

    def test_a_stranger_page_cannot_send(self, participant, worker, today):
        client = Client(enforce_csrf_checks=True)
        client.force_login(worker)

        assert send(client, a_written_talk(participant, worker, today)).status_code == 403

    def test_a_fault_of_ours_is_not_dressed_up(self):
        with pytest.raises(KeyError):
            refusal(KeyError("x"))

    def test_nothing_of_what_was_said_stands_in_what_arrived(self, device, participant, worker, today):
        send(device, a_written_talk(participant, worker, today))

        arrival = Arrival.objects.get()
        assert str(arrival) == f"needs {arrival.pk}"
        assert "bench" not in str(Arrival.objects.values().get())
        assert len(arrival.body) == 64


class TestPack:
    def test_holds_the_sessions_of_these_days_and_the_own_people(
        self, device, session, people, participant, worker, activity, coordinator, today
    ):
        planning.plan(activity=activity, by=coordinator, planned_on=today + timedelta(days=4))
        gone = planning.plan(activity=activity, by=coordinator, planned_on=today)[0]
        planning.cancel(session=gone, reason="weather", by=coordinator)
        session.staff.create(person=worker, role="mediator", present=True)
        record(session, worker, PRESENT, people=people[:1])
        a_talk(participant, worker, housing="high")

        answer = device.get(reverse("field_pack"))

        pack = answer.json()
        assert answer["Cache-Control"] == "max-age=0, no-cache, no-store, must-revalidate, private"
        assert pack["person"] == worker.pk
        (sheet,) = pack["sessions"]
        assert [one["code"] for one in sheet["people"]] == [one.code for one in people]
        assert [one["said"][0] for one in sheet["people"]] == ["present", "unknown", "unknown"]
        assert sheet["staff"][0]["there"] == "yes"
        (person,) = pack["people"]
        assert person["code"] == participant.code
        assert [need["domain"] for need in person["needs"]] == ["housing"]
        assert dict(pack["choices"]["domain"])["safety"] == "Safety"

    def test_speaks_the_readers_language(self, device):
        pack = device.get(reverse("field_pack"), headers={"accept-language": "fr"}).json()

        assert pack["language"] == "fr"
        assert dict(pack["choices"]["presence"])["present"] != "Present"

    def test_taking_it_along_is_written_down(self, device, session, participant, people):
        device.get(reverse("field_pack"))

        read = set(Entry.objects.filter(deed="read").values_list("thing", flat=True))
        assert {session.thing, participant.thing} <= read

    def test_is_empty_for_whoever_records_nothing(self, reader):
        client = Client()
        client.force_login(reader)

        pack = client.get(reverse("field_pack")).json()

        assert (pack["sessions"], pack["people"]) == ([], [])
