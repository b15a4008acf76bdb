"""Somebody comes; somebody works with them; somebody was sent here."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from cairn.participants import actions, facts
from cairn.participants.codes import new_code
from cairn.trail import facts as trail
from cairn.trail.enums import Deed
from tests.participants.factories import a_participant, a_worker
from tests.participants.views.conftest import at, words

pytestmark = pytest.mark.django_db
DAY = date(2025, 6, 1)


@pytest.fixture
def referral(practice, coordinator):
    said = {"received_on": DAY, "referrer": "shelter", "age_band": "25-30", "sex": "woman"}
    return actions.refer(practice=practice, by=coordinator, **said)


class TestEnrolling:
    def test_gives_a_code_and_assigns(self, heading, practice, worker):
        assert "Enrol somebody" in words(heading.get(at("participant_new", practice.pk)))

        said = {"enrolled_on": str(DAY), "worker": worker.pk}
        answer = heading.post(at("participant_new", practice.pk), said, follow=True)

        person = facts.by_code(practice.pk).get()
        assert f"Their code is {person.code}" in words(answer)
        assert facts.assigned_to(worker).get() == person

    def test_takes_over_what_the_referral_said(self, heading, practice, referral):
        page = heading.get(at("participant_new", practice.pk), {"referral": referral.pk})
        assert f'value="{referral.pk}" selected' in words(page)

        heading.post(at("participant_new", practice.pk), {"enrolled_on": str(DAY), "referral": referral.pk})

        person = facts.by_code(practice.pk).get()
        assert (person.age_band, person.sex) == ("25-30", "woman")
        decided = facts.referrals_of(practice.pk).get()
        assert (decided.participant, decided.outcome) == (person, "accepted")
        assert not facts.referrals_without_person(practice.pk).exists()

    def test_a_referral_decided_before_keeps_its_day(self, practice, referral, coordinator):
        actions.settle(referral=referral, outcome="accepted", decided_on=DAY, by=coordinator)

        actions.admit(practice=practice, enrolled_on=DAY, by=coordinator, worker=None, referral=referral)

        assert facts.referrals_of(practice.pk).get().decided_on == DAY

    def test_not_in_the_future(self, heading, practice):
        tomorrow = timezone.localdate() + timedelta(days=1)

        answer = heading.post(at("participant_new", practice.pk), {"enrolled_on": str(tomorrow)})

        assert answer.status_code == 422
        assert "That day has not come yet." in words(answer)
        assert not facts.by_code(practice.pk).exists()


class TestHands:
    def test_one_is_assigned_and_no_longer(self, heading, practice, participant, worker):
        address = at("participant_hands", practice.pk, participant.pk)
        second = a_worker(practice, "Wanda")
        assert "Wilma" in words(heading.get(address))

        heading.post(address, {"worker": second.pk})
        first = facts.assignments_of(practice.pk).get(worker=worker)
        heading.post(at("assignment_end", practice.pk, participant.pk, first.pk))

        assert not facts.assigned_to(worker).exists()
        assert facts.assigned_to(second).get() == participant
        page = words(heading.get(address))
        assert "End this for Wanda" in page
        assert "End this for Wilma" not in page

    def test_what_is_recorded_on_the_person_is_not_shown(self, heading, practice, participant, worker):
        actions.revise(thing=participant, revision=1, by=worker, age_band="25-30", ended_on=DAY)

        page = words(heading.get(at("participant_hands", practice.pk, participant.pk)))

        assert "25 to 30" not in page
        assert "Left on June 1, 2025" in page

    def test_an_emergency_stands_out_and_can_be_ended(self, heading, practice, coordinator, worker):
        person = a_participant(practice, coordinator)
        assert "Nobody yet" in words(heading.get(at("participant_hands", practice.pk, person.pk)))
        broken = actions.break_glass(participant=person, reason="She called.", by=worker)

        page = words(heading.get(at("participant_hands", practice.pk, person.pk)))
        assert "opened in an emergency" in page
        assert "She called." not in page
        heading.post(at("assignment_end", practice.pk, person.pk, broken.pk))

        assert not facts.assigned_to(worker).exists()

    def test_an_assignment_of_somebody_else_is_not_there(self, heading, practice, participant, coordinator):
        other = a_participant(practice, coordinator)
        hand = participant.assignments.get()

        assert heading.post(at("assignment_end", practice.pk, other.pk, hand.pk)).status_code == 404
        assert heading.post(at("participant_hands", practice.pk, other.pk), {"worker": ""}).status_code == 422


class TestEmergency:
    def ask(self, client, practice, **said):
        return client.post(at("participant_emergency", practice.pk), said, follow=True)

    def test_opens_with_a_reason_and_tells_the_coordinators(self, signed_in, practice, coordinator, worker):
        person = a_participant(practice, coordinator)
        page = signed_in.get(at("participant_emergency", practice.pk), {"code": person.code})
        assert person.code in words(page)

        answer = self.ask(signed_in, practice, code=person.code, reason="Her worker is ill.")

        assert "The coordinators were told" in words(answer)
        assert answer.redirect_chain[0][0] == at("participant", person.pk)
        assert "Her worker is ill." in words(answer)
        assert coordinator.notices.count() == 1
        assert [one.deed for one in trail.of(person.thing)][1] == Deed.BROKE_GLASS

    def test_without_a_reason_nothing_opens(self, signed_in, practice, coordinator, worker):
        person = a_participant(practice, coordinator)

        assert self.ask(signed_in, practice, code=person.code, reason=" ").status_code == 422
        assert not facts.assigned_to(worker).exists()

    def test_a_slip_and_a_code_of_nobody_are_told(self, signed_in, practice):
        slip = self.ask(signed_in, practice, code="K7Q2-9FXM-Z", reason="It burns.")
        nobody = self.ask(signed_in, practice, code=new_code(), reason="It burns.")

        assert "There is a slip in this code" in words(slip)
        assert "Nobody in this practice has this code." in words(nobody)

    def test_ones_own_people_need_none(self, signed_in, practice, participant, coordinator):
        answer = self.ask(signed_in, practice, code=participant.code, reason="I forgot.")

        assert answer.redirect_chain[0][0] == at("participant", participant.pk)
        assert coordinator.notices.count() == 0


class TestReferrals:
    def test_are_written_down_and_decided(self, signed_in, practice, worker):
        assert "No referral is recorded yet" in words(signed_in.get(at("referrals", practice.pk)))
        assert "Add a referral" in words(signed_in.get(at("referral_new", practice.pk)))
        said = {"received_on": str(DAY), "referrer": "shelter", "age_band": "18-24", "sex": ""}
        signed_in.post(at("referral_new", practice.pk), said)
        one = facts.referrals_of(practice.pk).get()
        assert trail.of(one.thing).get().by == worker

        decide = at("referral_decide", practice.pk, one.pk)
        assert "What became of a referral" in words(signed_in.get(decide))
        reasonless = signed_in.post(decide, {"outcome": "refused", "decided_on": str(DAY)})
        assert "Say why" in words(reasonless)
        signed_in.post(decide, {"outcome": "refused", "decided_on": str(DAY), "refusal": "full"})

        page = words(signed_in.get(at("referrals", practice.pk)))
        assert "refused (no place was free)" in page
        assert "?referral=" not in page

    def test_a_day_that_cannot_be_is_told_at_its_field(self, signed_in, practice):
        said = {"received_on": "2199-01-01", "referrer": "shelter"}

        assert "That day has not come yet." in words(signed_in.post(at("referral_new", practice.pk), said))

    def test_a_coordinator_is_led_to_enrolling(self, heading, practice, referral, coordinator):
        assert f"?referral={referral.pk}" in words(heading.get(at("referrals", practice.pk)))

        actions.admit(practice=practice, enrolled_on=DAY, by=coordinator, worker=None, referral=referral)

        page = words(heading.get(at("referrals", practice.pk)))
        assert "takes part" in page
        assert "?referral=" not in page
        assert heading.get(at("referral_decide", practice.pk, referral.pk)).status_code == 404

    def test_are_taken_away_with_a_purpose(self, heading, practice, referral):
        answer = heading.post(at("referrals_export", practice.pk, "csv"), {"purpose": "the report"})

        assert "shelter or reception centre" in answer.content.decode()
        assert trail.of("list:referrals").get().reason == "the report"
