"""The database itself refuses to change or delete what was signed, whoever asks.

A later migration that rebuilds the table (SQLite does so for most changes) loses the triggers and must run `forbid` again; a
test notices.
"""

from django.db import migrations

TABLE = "progress_signed"
MAKE = {
    "sqlite": (
        f"""
        CREATE TRIGGER {TABLE}_never_changes BEFORE UPDATE ON {TABLE}
        BEGIN SELECT RAISE(ABORT, 'what was signed never changes'); END
        """,
        f"""
        CREATE TRIGGER {TABLE}_is_never_deleted BEFORE DELETE ON {TABLE}
        BEGIN SELECT RAISE(ABORT, 'what was signed is never deleted'); END
        """,
    ),
    "postgresql": (
        f"""
        CREATE FUNCTION {TABLE}_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          RAISE EXCEPTION 'what was signed never changes and is never deleted' USING ERRCODE = 'integrity_constraint_violation';
        END $$
        """,
        f"""
        CREATE TRIGGER {TABLE}_never_changes BEFORE UPDATE OR DELETE ON {TABLE}
        FOR EACH ROW EXECUTE FUNCTION {TABLE}_never_changes()
        """,
    ),
}
AWAY = {
    "sqlite": (
        f"DROP TRIGGER IF EXISTS {TABLE}_never_changes",
        f"DROP TRIGGER IF EXISTS {TABLE}_is_never_deleted",
    ),
    "postgresql": (
        f"DROP TRIGGER IF EXISTS {TABLE}_never_changes ON {TABLE}",
        f"DROP FUNCTION IF EXISTS {TABLE}_never_changes",
    ),
}


def forbid(apps, schema_editor):
    for statement in MAKE[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


def allow(apps, schema_editor):
    for statement in AWAY[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("progress", "0001_reports")]

    operations = [migrations.RunPython(forbid, allow)]
