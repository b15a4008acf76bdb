"""A talk about needs, from the first word to its end."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.utils import timezone

from cairn.needs import facts
from cairn.needs.actions import assessing, settling
from cairn.needs.actions.assessing import Said
from cairn.needs.enums import Domain, Status
from cairn.participants.models import Participant
from cairn.trail import facts as trail
from tests.needs.factories import a_draft, a_talk
from tests.participants.factories import a_participant, a_worker

pytestmark = pytest.mark.django_db


def test_what_was_found_counts_once_the_talk_is_over(participant, worker):
    draft = a_draft(participant, worker)
    assessing.tell(
        draft=draft, domain=Domain.HOUSING, said=[Said("high", "said", "Leaves in May.")], by=worker
    )
    assert not facts.needs_of(participant.pk).exists()

    done = assessing.finish(draft=draft, by=worker)

    need = facts.needs_of(participant.pk).get()
    assert (need.domain, need.priority, need.source, need.status) == ("housing", "high", "said", "open")
    assert need.found_on == done.assessed_on == date(2025, 4, 1)
    assert facts.last_notes(participant.pk) == {need.pk: "Leaves in May."}


def test_that_there_is_no_need_is_said_and_is_no_need(participant, worker):
    talk = a_talk(participant, worker, health="none", money="low")

    assert [need.domain for need in facts.needs_of(participant.pk)] == ["money"]
    assert talk.findings.count() == 2


def test_a_domain_can_hold_several_needs_and_is_told_anew_as_a_whole(participant, worker):
    draft = a_draft(participant, worker)
    assessing.tell(draft=draft, domain=Domain.HEALTH, said=[Said("low", "observed")], by=worker)

    two = [Said("high", "said", "Teeth."), Said("low", "referral", "Glasses.")]
    assessing.tell(draft=draft, domain=Domain.HEALTH, said=two, by=worker)

    assert [finding.note for finding in draft.findings.all()] == ["Teeth.", "Glasses."]


def test_notes_are_never_in_the_database(participant, worker):
    draft = a_draft(participant, worker)
    assessing.tell(draft=draft, domain=Domain.HEALTH, said=[Said("low", "said", "Canary.")], by=worker)

    with connection.cursor() as cursor:
        cursor.execute("SELECT note FROM needs_finding")
        kept = cursor.fetchone()[0]

    assert "Canary" not in kept


def test_a_need_says_who_said_it(participant, worker):
    draft = a_draft(participant, worker)

    with pytest.raises(ValidationError) as fault:
        assessing.tell(draft=draft, domain=Domain.HEALTH, said=[Said("low")], by=worker)

    assert fault.value.message_dict == {"source": ["Say who said it."]}


def test_a_draft_is_taken_up_where_it_was_left(participant, worker):
    assert assessing.start(participant=participant, by=worker) == assessing.start(
        participant=participant, by=worker
    )


def test_two_workers_have_a_draft_each(participant, worker, practice):
    other = a_worker(practice, "Will")

    assert assessing.start(participant=participant, by=worker) != assessing.start(
        participant=participant, by=other
    )


def test_a_draft_can_be_thrown_away_but_nothing_that_is_finished(participant, worker):
    draft = a_draft(participant, worker)
    assessing.discard(draft=draft, by=worker)
    assert facts.draft_of(participant.pk, worker) is None

    assessing.discard(draft=a_talk(participant, worker, money="low"), by=worker)

    assert facts.assessments_of(participant.pk).count() == 1


def test_something_has_to_be_said(participant, worker):
    draft = a_draft(participant, worker)

    with pytest.raises(ValidationError, match="at least one domain"):
        assessing.finish(draft=draft, by=worker)


def test_finishing_twice_finds_nothing_twice(participant, worker):
    done = a_talk(participant, worker, money="low")

    assessing.finish(draft=done, by=worker)

    assert facts.needs_of(participant.pk).count() == 1


@pytest.mark.parametrize(
    ("day", "words"),
    [(date(2024, 12, 31), "had not begun"), (timezone.localdate() + timedelta(days=1), "still to come")],
)
def test_a_day_that_cannot_be(participant, worker, day, words):
    with pytest.raises(ValidationError, match=words):
        a_draft(participant, worker, day)


def test_a_practice_that_says_no_start_takes_any_past_day(participant, worker):
    participant.practice.starts_on = None
    participant.practice.save()

    assert a_draft(Participant.objects.get(), worker, date(1999, 1, 1)).assessed_on.year == 1999


def test_talks_are_told_in_their_order(participant, worker):
    a_talk(participant, worker, on=date(2025, 5, 1), money="low")

    with pytest.raises(ValidationError, match="newer assessment"):
        a_draft(participant, worker, date(2025, 4, 30))


class TestAgain:
    """A re-assessment goes on with what is known."""

    def test_a_need_goes_on_with_its_new_priority(self, participant, worker):
        first = a_talk(participant, worker, money="low")
        need = facts.needs_of(participant.pk).get()

        again = a_talk(participant, worker, date(2025, 9, 1), money=Said("high", "observed", need=need.pk))

        need.refresh_from_db()
        assert (need.priority, need.source, need.found_on) == ("high", "observed", date(2025, 4, 1))
        assert again.follows == first

    def test_no_need_any_more_means_met(self, participant, worker):
        a_talk(participant, worker, money="low")
        need = facts.needs_of(participant.pk).get()

        a_talk(participant, worker, date(2025, 9, 1), money=Said("none", need=need.pk))

        need.refresh_from_db()
        assert (need.status, need.status_on) == ("met", date(2025, 9, 1))
        assert [(change.status, change.on) for change in need.changes.all()] == [("met", date(2025, 9, 1))]

    def test_no_need_in_what_is_met_already_changes_nothing(self, participant, worker):
        a_talk(participant, worker, money="low")
        need = facts.needs_of(participant.pk).get()
        settling.settle(need=need, revision=1, status="met", on=date(2025, 5, 1), by=worker)

        a_talk(participant, worker, date(2025, 9, 1), money=Said("none", need=need.pk))

        need.refresh_from_db()
        assert need.status_on == date(2025, 5, 1)

    def test_what_was_met_can_be_needed_again(self, participant, worker):
        a_talk(participant, worker, money="low")
        need = facts.needs_of(participant.pk).get()
        settling.settle(need=need, revision=1, status="met", on=date(2025, 5, 1), by=worker)

        a_talk(participant, worker, date(2025, 9, 1), money=Said("low", "said", need=need.pk))

        need.refresh_from_db()
        assert need.status == Status.OPEN

    def test_what_was_not_talked_about_stays(self, participant, worker):
        a_talk(participant, worker, money="low", health="high")

        a_talk(participant, worker, date(2025, 9, 1), housing="low")

        assert facts.needs_of(participant.pk).filter(status=Status.OPEN).count() == 3

    def test_somebody_elses_need_cannot_be_gone_on_with(self, participant, worker, practice, coordinator):
        other = a_participant(practice, coordinator, worker=worker)
        a_talk(other, worker, money="low")
        draft = a_draft(participant, worker)

        for strange in (facts.needs_of(other.pk).get().pk, uuid4()):
            with pytest.raises(ValidationError, match="not known of this person"):
                assessing.tell(
                    draft=draft, domain=Domain.MONEY, said=[Said("low", "said", need=strange)], by=worker
                )


def test_every_step_is_in_the_trail(participant, worker):
    before = trail.of(participant.thing).count()

    a_talk(participant, worker, money="low")

    deeds = [entry.deed for entry in trail.of(participant.thing)]
    assert deeds[: len(deeds) - before] == ["created", "changed", "changed", "created"]
