"""How each database is told to note what changed."""

import pytest
from django.db import connection

from cairn.evidence.watching import triggers
from cairn.registers.models import RecordLink
from tests.registers.factories import a_record


@pytest.mark.parametrize("write", [triggers._sqlite, triggers._postgresql])
def test_rows_that_come_change_and_go_are_noted(write, db):
    text = " ".join(write("registers_record"))

    assert [
        event for event in ("INSERT", "UPDATE", "DELETE") if f"AFTER {event} ON registers_record" not in text
    ] == []
    assert "evidence_changed" in text


def test_a_link_left_behind_by_its_record_can_go(practice, coordinator):
    """As when all tables are emptied, in whichever order."""
    first, second = (a_record(practice, coordinator) for _ in range(2))
    RecordLink.objects.create(source=first, target=second, field="about")
    with connection.cursor() as cursor:
        for table in ("registers_record", "registers_recordchange", "registers_recordlink"):
            cursor.execute(f"DELETE FROM {table}")  # noqa: S608  # names of ours

    assert not RecordLink.objects.exists()
