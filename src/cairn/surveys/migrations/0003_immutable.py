"""The database itself refuses to change or delete a version, whoever asks: answers keep the one that they were given to.

A later migration that rebuilds the table (SQLite does so for most changes) loses the triggers and must run `forbid` again;
a test notices.
"""

from django.db import migrations

TABLE = "surveys_formversion"
COLUMNS = ("id", "form_id", "number", "title", "sheets", "xform", "languages", "made_at")


def sqlite():
    changed = " OR ".join(f"OLD.{column} IS NOT NEW.{column}" for column in COLUMNS)
    return (
        f"""
        CREATE TRIGGER {TABLE}_never_changes BEFORE UPDATE ON {TABLE} WHEN {changed}
        BEGIN SELECT RAISE(ABORT, 'a version of a form never changes'); END
        """,
        f"""
        CREATE TRIGGER {TABLE}_is_never_deleted BEFORE DELETE ON {TABLE}
        BEGIN SELECT RAISE(ABORT, 'a version of a form is never deleted'); END
        """,
    )


def postgresql():
    # PostgreSQL cannot compare json, only what it says.
    changed = " OR ".join(f"OLD.{column}::text IS DISTINCT FROM NEW.{column}::text" for column in COLUMNS)
    return (
        f"""
        CREATE FUNCTION {TABLE}_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF TG_OP = 'DELETE' THEN
            RAISE EXCEPTION 'a version of a form is never deleted' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          IF {changed} THEN
            RAISE EXCEPTION 'a version of a form never changes' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NEW;
        END $$
        """,
        f"""
        CREATE TRIGGER {TABLE}_never_changes BEFORE UPDATE OR DELETE ON {TABLE}
        FOR EACH ROW EXECUTE FUNCTION {TABLE}_never_changes()
        """,
    )


MAKE = {"sqlite": sqlite, "postgresql": postgresql}
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
    for statement in MAKE[schema_editor.connection.vendor]():
        schema_editor.execute(statement, params=None)


def allow(apps, schema_editor):
    for statement in AWAY[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("surveys", "0002_drafts")]

    operations = [migrations.RunPython(forbid, allow)]
