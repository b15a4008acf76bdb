"""The database itself refuses to delete a report, whoever asks: it can be answered and closed, and stays.

A later migration that rebuilds the table (SQLite does so for most changes) loses the trigger and must run `forbid` again; a
test notices.
"""

from django.db import migrations

MAKE = {
    "sqlite": (
        """
        CREATE TRIGGER listening_report_is_never_deleted BEFORE DELETE ON listening_report
        BEGIN SELECT RAISE(ABORT, 'what was reported is never deleted'); END
        """,
    ),
    "postgresql": (
        """
        CREATE FUNCTION listening_report_is_never_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          RAISE EXCEPTION 'what was reported is never deleted' USING ERRCODE = 'integrity_constraint_violation';
        END $$
        """,
        """
        CREATE TRIGGER listening_report_is_never_deleted BEFORE DELETE ON listening_report
        FOR EACH ROW EXECUTE FUNCTION listening_report_is_never_deleted()
        """,
    ),
}
AWAY = {
    "sqlite": ("DROP TRIGGER IF EXISTS listening_report_is_never_deleted",),
    "postgresql": (
        "DROP TRIGGER IF EXISTS listening_report_is_never_deleted ON listening_report",
        "DROP FUNCTION IF EXISTS listening_report_is_never_deleted",
    ),
}


def forbid(apps, schema_editor):
    for statement in MAKE[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


def allow(apps, schema_editor):
    for statement in AWAY[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("listening", "0001_reports")]

    operations = [migrations.RunPython(forbid, allow)]
