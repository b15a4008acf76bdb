"""The database itself refuses to change or delete an entry, whoever asks: it may only grow.

A later migration that rebuilds a table (SQLite does so for most changes) loses the triggers and must run `forbid` again; a
test notices.
"""

from django.db import migrations

TABLES = {"trail_entry": ("number", "at", "by_id", "deed", "thing", "practice", "reason", "mac")}


def sqlite(table, columns):
    changed = " OR ".join(f"OLD.{column} IS NOT NEW.{column}" for column in columns)
    return (
        f"""
        CREATE TRIGGER {table}_never_changes BEFORE UPDATE ON {table} WHEN {changed}
        BEGIN SELECT RAISE(ABORT, 'what was noted never changes'); END
        """,
        f"""
        CREATE TRIGGER {table}_is_never_deleted BEFORE DELETE ON {table}
        BEGIN SELECT RAISE(ABORT, 'what was noted is never deleted'); END
        """,
    )


def postgresql(table, columns):
    changed = " OR ".join(f"OLD.{column} IS DISTINCT FROM NEW.{column}" for column in columns)
    return (
        f"""
        CREATE FUNCTION {table}_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF TG_OP = 'DELETE' THEN
            RAISE EXCEPTION 'what was noted is never deleted' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          IF {changed} THEN
            RAISE EXCEPTION 'what was noted never changes' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NEW;
        END $$
        """,
        f"""
        CREATE TRIGGER {table}_never_changes BEFORE UPDATE OR DELETE ON {table}
        FOR EACH ROW EXECUTE FUNCTION {table}_never_changes()
        """,
    )


MAKE = {"sqlite": sqlite, "postgresql": postgresql}
AWAY = {
    "sqlite": (
        "DROP TRIGGER IF EXISTS {table}_never_changes",
        "DROP TRIGGER IF EXISTS {table}_is_never_deleted",
    ),
    "postgresql": (
        "DROP TRIGGER IF EXISTS {table}_never_changes ON {table}",
        "DROP FUNCTION IF EXISTS {table}_never_changes",
    ),
}


def forbid(apps, schema_editor):
    for table, columns in TABLES.items():
        for statement in MAKE[schema_editor.connection.vendor](table, columns):
            schema_editor.execute(statement, params=None)


def allow(apps, schema_editor):
    for table in TABLES:
        for statement in AWAY[schema_editor.connection.vendor]:
            schema_editor.execute(statement.format(table=table), params=None)


class Migration(migrations.Migration):
    dependencies = [("trail", "0001_initial")]

    operations = [migrations.RunPython(forbid, allow)]
