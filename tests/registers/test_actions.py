from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.utils import timezone

from cairn.common.conflict import Conflict
from cairn.practices import actions as practices
from cairn.registers import actions, facts
from cairn.registers.models import RecordChange
from cairn.registers.showing import history
from tests.registers.factories import DAY, a_record

WORDS = "Somebody in the queue was sent away."


def faults(practice, by, kind="risk", **said):
    with pytest.raises(ValidationError) as refused:
        a_record(practice, by, kind, **said)
    return refused.value.message_dict


def test_what_is_sealed_is_in_no_table(practice, coordinator):
    record = a_record(practice, coordinator, "discrimination_event", words=WORDS)

    actions.revise(record=record, revision=1, by=coordinator, words=f"{WORDS} Twice.")

    assert facts.said_of(facts.of_kind(practice, record.kind).get())["words"] == f"{WORDS} Twice."
    with connection.cursor() as cursor:
        cursor.execute("SELECT data, sealed FROM registers_record")
        rows = cursor.fetchall()
        cursor.execute("SELECT before, after FROM registers_recordchange")
        rows += cursor.fetchall()
    assert "queue" not in str(rows)
    newest = history(record)[0][1]
    assert [(str(one.label), one.before, one.after) for one in newest] == [
        ("What happened", "sealed", "sealed")
    ]


def test_two_people_may_change_different_things(practice, coordinator):
    record = a_record(practice, coordinator)

    actions.revise(record=record, revision=1, by=coordinator, trigger="Letters")
    record = actions.revise(record=record, revision=1, by=coordinator, plan_b="Wait.", trigger=None)

    assert (record.data["trigger"], record.data["plan_b"], record.revision) == ("Letters", "Wait.", 3)


def test_two_people_who_change_the_same_thing_are_told(practice, coordinator):
    record = a_record(practice, coordinator, "discrimination_event", words=WORDS)
    actions.revise(record=record, revision=1, by=coordinator, words="Otherwise.", action="Wrote")

    for said in ({"words": WORDS}, {"action": "Phoned"}):
        with pytest.raises(Conflict):
            actions.revise(record=record, revision=1, by=coordinator, **said)

    assert RecordChange.objects.count() == 2


def test_saying_the_same_again_changes_nothing(practice, coordinator):
    record = a_record(practice, coordinator)

    assert actions.revise(record=record, revision=1, by=coordinator, likelihood="low").revision == 1


def test_days_are_refused_with_a_reason(practice, coordinator):
    early = date(2025, 6, 1)
    assert "began on" in faults(practice, coordinator, "risk_review", reviewed_on=early)["reviewed_on"][0]
    assert a_record(practice, coordinator, noted_on=early).happened_on == early
    later = faults(practice, coordinator, noted_on=timezone.localdate() + timedelta(days=1))
    assert "not come yet" in later["noted_on"][0]
    assert (
        "This is before" in faults(practice, coordinator, review_by=DAY - timedelta(days=1))["review_by"][0]
    )
    practices.revise(practice=practice, revision=practice.revision, by=coordinator, starts_on=None)
    practice.refresh_from_db()
    assert a_record(practice, coordinator, "risk_review", reviewed_on=early)


def test_links_lead_to_what_is_there(practice, coordinator, stranger):
    elsewhere = practices.create(
        organisation=stranger.memberships.get().organisation, by=stranger, title="Theirs"
    )
    theirs, review = a_record(elsewhere, stranger), a_record(practice, coordinator, "risk_review")

    for strange in (theirs.pk, review.pk, "x"):
        assert "no such record" in faults(practice, coordinator, "risk_review", risks=[strange])["risks"][0]

    risks = [a_record(practice, coordinator).pk for _ in range(2)]
    actions.revise(record=review, revision=1, by=coordinator, risks=risks)
    assert {link.target_id for link in review.links.all()} == set(risks)


def test_people_belong_to_the_team_when_they_are_named(practice, coordinator, stranger, worker):
    assert "team" in faults(practice, coordinator, owner=stranger.pk)["owner"][0]
    record = a_record(practice, coordinator, owner=worker.pk)

    worker.memberships.all().delete()

    assert actions.revise(record=record, revision=1, by=coordinator, trigger="Letters").revision == 2


def test_a_field_that_is_not_there_is_a_slip_of_the_program(practice, coordinator):
    with pytest.raises(TypeError, match="colour"):
        a_record(practice, coordinator, colour="red")


def test_records_end_and_are_opened_again(practice, coordinator):
    record = a_record(practice, coordinator)

    record = actions.close(record=record, on=DAY, by=coordinator)
    record = actions.close(record=record, on=DAY, by=coordinator)

    assert (record.closed_on, record.revision) == (DAY, 2)
    assert [(str(d.label), d.after) for d in history(record)[0][1]] == [("Ended on", "March 2, 2026")]
    assert actions.reopen(record=record, by=coordinator).closed_on is None


def test_records_do_not_end_before_they_began(practice, coordinator):
    record = a_record(practice, coordinator)
    review = a_record(practice, coordinator, "risk_review")

    for one, day in (
        (record, DAY - timedelta(days=1)),
        (record, timezone.localdate() + timedelta(days=1)),
        (review, DAY),
    ):
        with pytest.raises(ValidationError):
            actions.close(record=one, on=day, by=coordinator)
