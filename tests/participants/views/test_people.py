"""The list of one's own people, and of codes."""

from urllib.parse import quote

import pytest

from cairn.participants import actions
from cairn.participants.codes import new_code
from cairn.people.roles import Mediator
from cairn.trail import facts as trail
from cairn.trail.enums import Deed
from tests.factories import a_person
from tests.participants.factories import a_participant
from tests.participants.views.conftest import at, questions, words

pytestmark = pytest.mark.django_db
WRONG = "K7Q2-9FXM-Z"


class TestOwn:
    def test_only_people_assigned_to_oneself_are_there_with_what_is_missing(
        self, signed_in, practice, participant, coordinator
    ):
        other = a_participant(practice, coordinator)

        page = words(signed_in.get(at("participants", practice.pk)))

        assert participant.code in page
        assert at("participant", participant.pk) in page
        assert "how to reach them safely" in page
        assert other.code not in page
        assert "Enrol" not in page

    def test_who_is_complete_and_who_has_left_is_told(self, signed_in, practice, participant, worker):
        day = participant.enrolled_on
        person = actions.revise(
            thing=participant, revision=1, by=worker, age_band="25-30", sex="man", ended_on=day
        )
        for what, said in (
            ("language", {"tag": "ti"}),
            ("contact", {"channel": "phone"}),
            ("adjustment", {"asked_on": day, "decision": "none"}),
            ("consent", {"about": "part", "given": True, "decided_on": day, "language": "ti"}),
            ("consent", {"about": "keep", "given": True, "decided_on": day, "language": "ti"}),
        ):
            actions.add(participant=person, what=what, by=worker, **said)

        page = words(signed_in.get(at("participants", practice.pk)))

        assert "Nothing is missing." in page
        assert "left on March 1, 2025" in page

    def test_with_nobody_it_says_what_comes_first(self, client, practice):
        client.force_login(a_person("Mira", practice.organisation, Mediator))

        page = words(client.get(at("participants", practice.pk)))

        assert "Nobody is assigned to you yet" in page
        assert "emergency" not in page.lower()

    def test_asks_the_database_as_often_for_three_as_for_one(self, signed_in, practice, worker, coordinator):
        def ask():
            return questions(lambda: signed_in.get(at("participants", practice.pk)))

        a_participant(practice, coordinator, worker=worker)
        ask()  # a session begins
        for_one = ask()
        a_participant(practice, coordinator, worker=worker)
        a_participant(practice, coordinator, worker=worker)

        assert ask() == for_one


class TestFinding:
    def find(self, client, practice, code):
        return words(client.get(at("participants", practice.pk), {"code": code}))

    def test_by_code_however_it_is_typed(self, signed_in, practice, participant, worker, coordinator):
        other = a_participant(practice, coordinator, worker=worker)

        page = self.find(signed_in, practice, f" {participant.code.lower().replace('-', ' ')}")

        assert participant.code in page
        assert other.code not in page

    def test_a_slip_is_told_as_one(self, signed_in, practice, participant):
        page = self.find(signed_in, practice, WRONG)

        assert "There is a slip in this code" in page
        assert WRONG in page
        assert participant.code not in page

    def test_a_code_of_nobody_and_of_somebody_elses_look_alike(self, signed_in, practice, coordinator):
        foreign = a_participant(practice, coordinator)

        page = self.find(signed_in, practice, foreign.code)

        assert "None of your people has this code" in page
        assert at("participant_emergency", practice.pk) + f"?code={quote(foreign.code)}" in page

    def test_a_coordinator_finds_codes_too(self, heading, practice, participant):
        assert participant.code in self.find(heading, practice, participant.code)
        assert "Nobody has this code" in self.find(heading, practice, new_code())


class TestCodes:
    def test_a_coordinator_sees_codes_and_who_works_with_them_and_nothing_else(
        self, heading, practice, participant, worker, coordinator
    ):
        actions.revise(thing=participant, revision=1, by=worker, age_band="25-30")
        lonely = a_participant(practice, coordinator)

        page = words(heading.get(at("participants", practice.pk)))

        assert participant.code in page
        assert worker.name in page
        assert at("participant_hands", practice.pk, lonely.pk) in page
        assert "nobody yet" in page
        assert "25 to 30" not in page

    def test_with_nobody_it_says_how_to_begin(self, heading, practice):
        page = words(heading.get(at("participants", practice.pk)))

        assert "Nobody takes part yet" in page
        assert at("participant_new", practice.pk) in page

    def test_asks_the_database_as_often_for_three_as_for_one(self, heading, practice, worker, coordinator):
        def ask():
            return questions(lambda: heading.get(at("participants", practice.pk)))

        a_participant(practice, coordinator, worker=worker)
        ask()  # a session begins
        for_one = ask()
        a_participant(practice, coordinator, worker=worker)
        a_participant(practice, coordinator, worker=worker)

        assert ask() == for_one


class TestTakingAway:
    def test_asks_what_for_and_writes_it_down(self, signed_in, practice, participant, worker):
        address = at("participants_export", practice.pk, "csv")
        assert "What you need it for" in words(signed_in.get(address))
        assert signed_in.post(address, {"purpose": " "}).status_code == 422

        sheet = signed_in.post(address, {"purpose": "the monthly meeting"})

        assert participant.code in sheet.content.decode()
        entry = trail.of("list:participants").get()
        assert (entry.by, entry.deed, entry.reason) == (worker, Deed.EXPORTED, "the monthly meeting")
        assert entry.practice == practice.pk

    def test_a_coordinator_takes_codes_only(self, heading, practice, participant, worker):
        actions.revise(thing=participant, revision=1, by=worker, age_band="25-30")

        sheet = heading.post(at("participants_export", practice.pk, "csv"), {"purpose": "planning"})

        assert participant.code in sheet.content.decode()
        assert "25" not in sheet.content.decode().replace("2025", "").replace(participant.code, "")


class TestFigures:
    def test_small_cells_are_not_told(self, signed_in, practice, coordinator):
        for _ in range(6):
            a_participant(practice, coordinator, age_band="25-30", sex="woman")
        a_participant(practice, coordinator, age_band="31-40", sex="woman")

        page = words(signed_in.get(at("participants_figures", practice.pk)))

        assert "fewer than 5" in page
        assert "not shown" in page
        sheet = signed_in.get(at("participants_figures_export", practice.pk, "csv")).content.decode()
        assert "fewer than 5" in sheet

    def test_nobody_yet(self, heading, practice):
        assert "Nobody takes part yet" in words(heading.get(at("participants_figures", practice.pk)))
