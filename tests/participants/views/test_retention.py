"""Terms, legal holds, erasing one person; and the command that erases what is due."""

from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from cairn.participants import actions, facts
from cairn.participants.ending import erasing
from cairn.participants.models import Hold
from cairn.trail import facts as trail
from cairn.trail.enums import Deed
from cairn.vault import keystore
from tests.factories import a_person
from tests.participants.factories import a_participant
from tests.participants.views.conftest import at, words

pytestmark = pytest.mark.django_db
LEFT = date(2025, 6, 30)


@pytest.fixture
def gone(participant, worker):
    """Left long ago, so that their time has run out."""
    return actions.leave(participant=participant, on=LEFT, by=worker, retention="brief")


@pytest.fixture
def second(organisation):
    return a_person("Conny", organisation)


class TestPage:
    def test_with_nobody_gone_it_says_what_will_come(self, heading, practice, participant):
        page = words(heading.get(at("retention", practice.pk)))

        assert "Nobody has left yet." in page
        assert "Nothing is held." in page
        assert participant.code not in page

    def test_tells_who_is_due_and_who_is_held(self, heading, practice, gone, worker, coordinator, second):
        later = a_participant(practice, coordinator)
        actions.leave(participant=later, on=timezone.localdate(), by=worker)
        assert words(heading.get(at("retention", practice.pk))).count(">due<") == 1

        hold = erasing.ask_hold(participant=gone, reason="court", by=second)
        erasing.confirm_hold(hold=hold, by=coordinator)

        page = words(heading.get(at("retention", practice.pk)))
        assert "held: proceedings before a court" in page
        assert ">due<" not in page

    def test_the_practice_sets_its_terms(self, heading, practice):
        assert heading.post(at("retention", practice.pk), {"brief": "0"}).status_code == 422

        answer = heading.post(
            at("retention", practice.pk), {"brief": "3", "usual": "36", "long": "84"}, follow=True
        )

        assert "Saved." in words(answer)
        assert erasing.terms_of(practice.pk)["brief"] == 3

    def test_who_lost_their_key_is_named(self, heading, practice, participant):
        keystore.destroy(participant.sealed_for)

        page = words(heading.get(at("retention", practice.pk)))

        assert "The key of these people is gone" in page
        assert participant.code in page

    def test_leaves_as_a_sheet_with_a_purpose(self, heading, practice, gone, coordinator, second):
        hold = erasing.ask_hold(participant=gone, reason="court", by=second)
        sheet = heading.post(at("retention_export", practice.pk, "csv"), {"purpose": "the audit"})
        assert f"{gone.code},2025-06-30" in sheet.content.decode()
        erasing.confirm_hold(hold=hold, by=coordinator)

        sheet = heading.post(at("retention_export", practice.pk, "csv"), {"purpose": "the audit"})

        assert "court" in sheet.content.decode()


class TestClass:
    def test_is_chosen_for_each_person(self, heading, practice, gone):
        address = at("participant_hands", practice.pk, gone.pk)
        assert "They are erased from Dec. 30, 2025." in words(heading.get(address))

        heading.post(at("participant_retention", practice.pk, gone.pk), {"retention": "long"})
        heading.post(at("participant_retention", practice.pk, gone.pk), {"retention": "ever"})

        assert "They are erased from June 30, 2032." in words(heading.get(address))

    def test_who_lost_their_key_can_only_be_erased(self, heading, practice, gone):
        actions.revise(thing=gone, revision=gone.revision, by=gone.assignments.get().worker, nationality="ER")
        keystore.destroy(gone.sealed_for)

        answer = heading.post(
            at("participant_retention", practice.pk, gone.pk), {"retention": "long"}, follow=True
        )

        assert "their records can only be erased" in words(answer)
        heading.post(at("participant_erase", practice.pk, gone.pk), {"code": gone.code})
        assert not facts.by_code(practice.pk).exists()


class TestHold:
    def decide(self, client, practice, deed):
        return words(client.post(at("hold_decide", practice.pk, Hold.objects.get().pk, deed), follow=True))

    def test_two_begin_it_and_two_end_it(self, client, practice, gone, coordinator, second):
        client.force_login(coordinator)
        client.post(at("hold_ask", practice.pk, gone.pk), {"reason": "court"})
        client.post(at("hold_ask", practice.pk, gone.pk), {"reason": "nonsense"})
        hands = words(client.get(at("participant_hands", practice.pk, gone.pk)))
        assert "stops nothing until somebody else confirms it" in hands
        assert "Confirm the hold" not in hands
        assert "Somebody else has to confirm this." in self.decide(client, practice, "confirm")

        client.force_login(second)
        assert "Confirm the hold" in words(client.get(at("retention", practice.pk)))
        assert "Confirmed by Conny." in self.decide(client, practice, "confirm")
        page = self.decide(client, practice, "ask-lift")
        assert "Conny asks to lift it" in page
        assert "Lift the hold" not in page
        assert "Two lift a hold" in self.decide(client, practice, "lift")

        client.force_login(coordinator)
        assert "Lift the hold" in words(client.get(at("retention", practice.pk)))
        assert "Nothing is held." in self.decide(client, practice, "lift")
        assert trail.of(gone.thing).first().deed == Deed.LIFTED

    def test_a_second_one_is_refused_in_words(self, heading, practice, gone, second):
        erasing.ask_hold(participant=gone, reason="court", by=second)

        answer = heading.post(at("hold_ask", practice.pk, gone.pk), {"reason": "audit"}, follow=True)

        assert "There is a hold on these records already." in words(answer)

    def test_there_is_nothing_else_to_do_with_it(self, heading, practice, gone, second):
        hold = erasing.ask_hold(participant=gone, reason="court", by=second)

        assert heading.post(at("hold_decide", practice.pk, hold.pk, "forget")).status_code == 404


class TestErasing:
    def test_asks_for_the_code(self, heading, practice, gone, coordinator):
        other = a_participant(practice, coordinator)
        address = at("participant_erase", practice.pk, gone.pk)
        assert "still takes part" not in words(heading.get(address))

        assert "This is the code of somebody else" in words(heading.post(address, {"code": other.code}))
        assert heading.post(address, {"code": ""}).status_code == 422
        assert facts.by_code(practice.pk).count() == 2

        assert "were erased" in words(heading.post(address, {"code": gone.code.lower()}, follow=True))
        assert facts.by_code(practice.pk).get() == other
        assert heading.get(address).status_code == 404

    def test_a_hold_stops_it_and_says_so(self, heading, practice, participant, coordinator, second):
        hold = erasing.ask_hold(participant=participant, reason="court", by=second)
        erasing.confirm_hold(hold=hold, by=coordinator)
        address = at("participant_erase", practice.pk, participant.pk)
        assert "still takes part" in words(heading.get(address))

        assert "A legal hold stops this erasure." in words(heading.post(address, {"code": participant.code}))


class TestCommand:
    def run(self, *said):
        out = StringIO()
        call_command("retention", *said, stdout=out, stderr=out)
        return out.getvalue()

    def test_erases_what_is_due_and_nothing_else(
        self, practice, gone, coordinator, django_capture_on_commit_callbacks
    ):
        other = a_participant(practice, coordinator)
        assert "Would erase 1 people" in self.run("--dry-run")
        assert facts.by_code(practice.pk).count() == 2

        with django_capture_on_commit_callbacks(execute=True):
            said = self.run()

        assert f"Erased 1 people (practice {practice.pk}: 1)" in said
        assert gone.code not in said
        assert facts.by_code(practice.pk).get() == other
        assert trail.of(gone.thing).first().by is None
        assert "Erased 0 people." in self.run()

    def test_ends_what_was_cut_off(self, gone, coordinator):
        erasing.erase(
            participant=gone, by=coordinator
        )  # and the machine stopped before the key was destroyed

        assert "Would end 1" in self.run("--dry-run")
        assert "Ended 1" in self.run()
        assert erasing.half_erased() == []

    def test_says_who_has_no_key_without_saying_who(self, participant):
        keystore.destroy(participant.sealed_for)

        with pytest.raises(CommandError, match="No key for 1 people") as fault:
            self.run()

        assert participant.code not in str(fault.value)

    def test_one_that_is_held_at_the_last_moment_is_left(self, gone, monkeypatch, coordinator, second):
        due = erasing.due_for_erasure(timezone.localdate() + timedelta(days=1))
        hold = erasing.ask_hold(participant=gone, reason="court", by=second)
        erasing.confirm_hold(hold=hold, by=coordinator)
        monkeypatch.setattr(erasing, "due_for_erasure", lambda _today: due)

        said = self.run()

        assert "one is held since just now" in said
        assert "Erased 0 people" in said
