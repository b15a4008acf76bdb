"""How each database is told to note what changed."""

import pytest
from django.db import connection

from cairn.evidence.watching import triggers
from cairn.evidence.watching.paths import watched
from cairn.registers.models import RecordLink
from tests.registers.factories import a_record


@pytest.mark.parametrize("write", [triggers._sqlite, triggers._postgresql])
def test_rows_that_come_change_and_go_are_noted(write, db):
    text = " ".join(write("registers_record"))

    assert [
        event for event in ("INSERT", "UPDATE", "DELETE") if f"AFTER {event} ON registers_record" not in text
    ] == []
    assert "evidence_changed" in text


def there():
    with connection.cursor() as cursor:
        cursor.execute(triggers.THERE[connection.vendor])
        return {table for _name, table in cursor.fetchall()}


def test_they_go_before_a_migration_and_come_back_after_it(db):
    triggers.take_down(plan=["a migration"])
    assert there() == set()

    triggers.put_up(plan=["a migration"])
    assert there() == set(watched())


def test_where_nothing_is_migrated_they_stay_as_they_are(db):
    triggers.take_down()
    assert there() == set(watched())

    triggers.take_down(plan=["a migration"])
    triggers.put_up()
    assert there() == set()


def test_before_there_are_tables_there_is_nothing_to_watch(db, monkeypatch):
    triggers.take_down(plan=["a migration"])
    monkeypatch.setattr(connection.introspection, "table_names", list)

    triggers.put_up(plan=["a migration"])

    assert there() == set()


def test_a_link_left_behind_by_its_record_can_go(practice, coordinator):
    """As when all tables are emptied, in whichever order."""
    first, second = (a_record(practice, coordinator) for _ in range(2))
    RecordLink.objects.create(source=first, target=second, field="about")
    with connection.cursor() as cursor:
        for table in ("registers_record", "registers_recordchange", "registers_recordlink"):
            cursor.execute(f"DELETE FROM {table}")  # noqa: S608  # names of ours

    assert not RecordLink.objects.exists()
