from datetime import date, timedelta

import pytest
from django.utils import timezone

from cairn.people.enums import Permission
from cairn.registers import actions, facts
from tests.registers.factories import DAY, a_record


@pytest.fixture
def risks(practice, coordinator):
    """One from before the practice began, one from later on."""
    early = a_record(practice, coordinator, noted_on=date(2025, 11, 1), likelihood="high")
    return early, a_record(practice, coordinator, likelihood="low")


def test_records_are_found_by_day_and_value(practice, risks):
    early, later = risks

    def found(**asked):
        return [row.id for row in facts.records(practice, "risk", **asked)]

    assert found() == [later.pk, early.pk]
    assert found(until=date(2025, 12, 31)) == [early.pk]
    assert found(since=date(2026, 1, 1)) == [later.pk]
    assert found(likelihood="high") == [early.pk]


def test_a_row_tells_when_it_was_entered(practice, coordinator, risks):
    row = facts.records(practice, "risk", likelihood="low")[0]
    undated = a_record(practice, coordinator, "communication_action")

    assert row.is_open
    assert row.entered_after == (timezone.localdate() - DAY).days
    assert facts.row_of(undated).entered_after is None
    assert (row["title"], row["owner"]) == ("Words", None)


def test_links_are_followed_both_ways(practice, coordinator, risks):
    early, later = risks
    review = a_record(practice, coordinator, "risk_review", risks=[early.pk])
    rows = facts.records(practice, "risk")

    reviews = facts.naming(rows, "risk_review", "risks")

    assert [row.id for row in reviews[early.pk]] == [review.pk]
    assert reviews[later.pk] == []
    assert facts.naming([rows[0]], "risk_review", "risks") == {later.pk: []}
    both = a_record(practice, coordinator, "risk_review", risks=[early.pk, later.pk])
    of_one = facts.naming([rows[0]], "risk_review", "risks")
    assert {id_: [row.id for row in found] for id_, found in of_one.items()} == {later.pk: [both.pk]}
    forward = facts.named(reviews[early.pk], "risks")
    assert [row.id for row in forward[review.pk]] == [early.pk]


def test_counts_tell_open_from_overdue(practice, coordinator, risks):
    assert facts.counts(practice, timezone.localdate())["risk"] == (2, 2, 0, DAY)

    actions.close(record=risks[0], on=DAY, by=coordinator)
    late = a_record(practice, coordinator, review_by=DAY)

    assert facts.counts(practice, DAY + timedelta(days=1))["risk"] == (3, 2, 1, DAY)
    assert facts.counts(practice, DAY)["risk"].overdue == 0
    assert list(facts.overdue(practice, timezone.localdate())) == [late]


def test_who_finds_which_record(practice, coordinator, mediator, reader, stranger, risks):
    assert facts.visible_to(coordinator).count() == 2
    assert facts.visible_to(mediator).count() == 2
    assert facts.visible_to(mediator, Permission.KEEP_RECORDS).count() == 0
    assert facts.visible_to(reader).count() == facts.visible_to(stranger).count() == 0
