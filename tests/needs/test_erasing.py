"""An erased person: no sealed word can be read, no day and no choice points to them, and figures stay."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from cairn.needs import facts
from cairn.needs.actions import settling
from cairn.needs.actions.assessing import Said
from cairn.needs.models import NeedsAssessment, Preference, SkillEntry
from cairn.participants import actions as participants
from cairn.participants.ending.erasing import erase
from cairn.vault.keystore import Forgotten
from tests.needs.factories import a_draft, a_talk, a_wish, an_entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(participant, worker):
    """Something in every table of the room."""
    a_talk(participant, worker, date(2025, 4, 17), housing=Said("high", "said", "The roof leaks."))
    need = facts.needs_of(participant.pk).get()
    settling.settle(
        need=need, revision=1, status="unmet", on=date(2025, 5, 9), because="cost", reason="Dear.", by=worker
    )
    a_draft(participant, worker, date(2025, 6, 1))
    a_wish(participant, worker, "F", date(2025, 4, 17), note="With wood.")
    a_wish(participant, worker, "71", date(2025, 4, 18))
    a_wish(participant, worker, "72", date(2025, 4, 19))
    a_wish(participant, worker, "51", date(2025, 4, 17))
    a_wish(participant, worker, "51", date(2025, 4, 19), wanted=False)
    an_entry(participant, worker)
    an_entry(participant, worker, "education", level="3", country="ER", year=2015, finished="yes")
    return participant


@pytest.fixture
def erased(told, coordinator, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        erase(participant=told, by=coordinator)
    return told


def test_sealed_words_can_be_read_by_nobody(erased):
    with pytest.raises(Forgotten):
        assert facts.assessments_of(erased.pk).get().findings.get().note


def test_drafts_are_gone_and_days_are_the_first_of_their_month(erased):
    talk = NeedsAssessment.objects.get()
    need = facts.needs_of(erased.pk).get()

    assert (talk.assessed_on, talk.place) == (date(2025, 4, 1), "")
    assert (need.found_on, need.status_on) == (date(2025, 4, 1), date(2025, 5, 1))
    assert [change.on for change in need.changes.all()] == [date(2025, 5, 1)]
    assert timezone.localtime(talk.made_at).day == timezone.localtime(talk.finished_at).day == 1


def test_of_wishes_the_groups_are_left(erased):
    assert [(wish.code, wish.wanted) for wish in Preference.objects.order_by("code")] == [
        ("5", False), ("7", True), ("F", True),
    ]  # fmt: skip
    assert {wish.said_on for wish in Preference.objects.all()} == {date(2025, 4, 1)}


def test_of_skills_levels_are_left(erased):
    assert [(entry.data, entry.sealed) for entry in SkillEntry.objects.order_by("section")] == [
        ({"level": "3", "finished": "yes"}, ""), ({"first": True}, ""),
    ]  # fmt: skip


def test_figures_of_the_past_stay(told, coordinator, practice):
    def figures():
        return (
            facts.table(practice.pk),
            facts.reassessed(practice.pk),
            facts.with_wishes(practice.pk),
            facts.sections_answered(practice.pk),
        )

    before = figures()
    erase(participant=told, by=coordinator)

    assert figures() == before


def test_others_are_left_as_they_are(told, practice, coordinator, worker):
    other = participants.enrol(practice=practice, enrolled_on=date(2025, 3, 1), by=coordinator)
    participants.assign(participant=other, worker=worker, by=coordinator)
    a_talk(other, worker, date(2025, 4, 17), housing="high")

    erase(participant=told, by=coordinator)

    assert facts.assessments_of(other.pk).get().assessed_on == date(2025, 4, 17)
    assert timezone.now() - facts.assessments_of(other.pk).get().made_at < timedelta(minutes=5)
