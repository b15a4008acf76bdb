"""What is counted of needs."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from cairn.needs import facts
from cairn.needs.actions.assessing import Said
from cairn.needs.actions.settling import settle
from cairn.needs.enums import Domain
from tests.needs.factories import a_talk
from tests.participants.factories import a_participant

pytestmark = pytest.mark.django_db


@pytest.fixture
def other(practice, coordinator, worker):
    return a_participant(practice, coordinator, worker=worker)


def test_open_needs_come_with_the_most_pressing_first(participant, worker):
    a_talk(participant, worker, money="high", safety="low", housing="high", social="medium")
    met = facts.needs_of(participant.pk).get(domain="social")
    settle(need=met, revision=1, status="met", on=date(2025, 5, 1), by=worker)

    assert [need.domain for need in facts.open_needs_of(participant.pk)] == ["housing", "money", "safety"]


def test_the_last_day_of_each(participant, other, worker, practice):
    a_talk(participant, worker, money="low")
    a_talk(participant, worker, on=date(2025, 9, 1), money="low")
    a_talk(other, worker, on=date(2025, 6, 1), money="none")

    assert facts.last_assessed(practice.pk) == {
        participant.pk: date(2025, 9, 1),
        other.pk: date(2025, 6, 1),
    }


def test_how_many_needs_the_person_said(participant, worker, practice):
    a_talk(participant, worker, money="low", health=Said("high", "observed"), housing="none")

    assert facts.said_by_the_person(practice.pk, date(2025, 4, 1), date(2025, 4, 30)) == facts.Share(1, 2)
    assert facts.said_by_the_person(practice.pk, date(2025, 5, 1), date(2025, 5, 31)).value is None


def test_how_many_were_asked_again_in_time(participant, other, worker, practice):
    a_talk(participant, worker, money="low")
    a_talk(participant, worker, on=date(2025, 10, 1), money="low")
    a_talk(other, worker, money="low")
    a_talk(other, worker, on=date(2025, 10, 2), money="low")

    assert facts.reassessed(practice.pk) == facts.Share(1, 2)
    assert facts.reassessed(practice.pk).value == 0.5


def test_who_is_due(participant, other, worker, practice):
    a_talk(participant, worker, on=timezone.localdate() - timedelta(days=30), money="low")

    assert facts.due(practice.pk, timezone.localdate()) == {other.pk}
    assert facts.due(practice.pk, timezone.localdate() + timedelta(days=160)) == {other.pk, participant.pk}


@pytest.mark.parametrize(
    ("day", "due"),
    [
        (date(2025, 1, 15), date(2025, 7, 15)),
        (date(2025, 8, 31), date(2026, 2, 28)),
        (date(2025, 6, 30), date(2025, 12, 30)),
    ],
)
def test_six_months_end_with_the_month_at_the_latest(day, due):
    assert facts.due_after(day) == due


def test_a_table_of_domains(participant, other, worker, practice):
    a_talk(participant, worker, housing="high", money="low")
    a_talk(other, worker, housing="low")
    settle(
        need=facts.needs_of(other.pk).get(),
        revision=1,
        status="unmet",
        because="waiting",
        on=date(2025, 5, 1),
        by=worker,
    )
    settle(
        need=facts.needs_of(participant.pk).get(domain="money"),
        revision=1,
        status="met",
        on=date(2025, 5, 1),
        by=worker,
    )

    rows = {row.domain: row for row in facts.table(practice.pk)}

    assert (rows[Domain.HOUSING].people, rows[Domain.HOUSING].high) == (2, 1)
    assert rows[Domain.HOUSING].counts == {"open": 1, "referred": 0, "met": 0, "unmet": 1}
    assert (rows[Domain.MONEY].people, rows[Domain.MONEY].counts["met"]) == (0, 1)


def test_needs_met_within_a_time_are_told_apart(participant, worker, practice):
    a_talk(participant, worker, date(2025, 4, 1), money="low")
    need = facts.needs_of(participant.pk).get()
    settle(need=need, revision=1, status="met", on=date(2025, 5, 9), by=worker)
    needs = facts.needs_in(practice.pk)

    assert facts.met_by(needs, date(2025, 5, 9), date(2025, 5, 9)).get() == need
    assert not facts.met_by(needs, date(2025, 4, 1), date(2025, 5, 8)).exists()
