"""The triggers, as each database writes them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import connection

from cairn.evidence.watching.paths import PRACTICE, practice_of, source_of, watched

NAME = "evidence_noted"


def _sqlite(table: str) -> Iterator[str]:
    """One line for each practice and source, new each time: SQLite has one writer at a time."""
    for event, row in (("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD")):
        practice, source = practice_of(row, table), source_of(row, table)
        yield f"""
            CREATE TRIGGER {NAME}_{table}_{event.lower()} AFTER {event} ON {table} BEGIN
              DELETE FROM evidence_changed WHERE source = {source} AND practice = {practice};
              INSERT INTO evidence_changed (practice, source)
                SELECT {practice}, {source} WHERE {practice} IS NOT NULL AND {source} IS NOT NULL;
              INSERT INTO evidence_changed (practice, source)
                SELECT id, {source} FROM {PRACTICE} WHERE {practice} IS NULL AND {source} IS NOT NULL;
            END
        """  # noqa: S608  # names of ours


def _postgresql(table: str) -> Iterator[str]:
    """A line for each statement and never an update of one, so that no writer waits for another here."""
    practice, source = practice_of("one", table), source_of("one", table)
    yield f"""
        CREATE OR REPLACE FUNCTION {NAME}_{table}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
          INSERT INTO evidence_changed (practice, source)
            SELECT DISTINCT {practice}::bigint, {source} FROM changed one
            WHERE {practice} IS NOT NULL AND {source} IS NOT NULL;
          INSERT INTO evidence_changed (practice, source)
            SELECT DISTINCT p.id, {source} FROM {PRACTICE} p, changed one
            WHERE {practice} IS NULL AND {source} IS NOT NULL;
          RETURN NULL;
        END $$
    """  # noqa: S608  # names of ours
    for event, rows in (("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD")):
        yield f"""
            CREATE TRIGGER {NAME}_{table}_{event.lower()} AFTER {event} ON {table}
            REFERENCING {rows} TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION {NAME}_{table}()
        """


THERE = {
    "sqlite": "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'evidence_noted_%'",
    "postgresql": "SELECT tgname, tgrelid::regclass::text FROM pg_trigger WHERE tgname LIKE 'evidence_noted_%'",
}


def take_down(*, plan: Any = (), **_signal: Any) -> None:
    """Before a migration."""
    if plan:
        _take_down()


def _take_down() -> None:
    with connection.cursor() as cursor:
        cursor.execute(THERE[connection.vendor])
        for name, table in cursor.fetchall():
            on = f" ON {table}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER {name}{on}")
    _forget()


def put_up(*, plan: Any = (), **_signal: Any) -> None:
    """After a migration, on every watched table that is there; whatever was computed before is computed anew."""
    if not plan:
        return
    _take_down()
    made = {"sqlite": _sqlite, "postgresql": _postgresql}[connection.vendor]
    tables = set(connection.introspection.table_names())
    if "evidence_changed" not in tables:
        return
    with connection.cursor() as cursor:
        for table in sorted(tables & set(watched())):
            for statement in made(table):
                cursor.execute(statement)


def _forget() -> None:
    if "evidence_snapshot" in connection.introspection.table_names():
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM evidence_snapshot")
