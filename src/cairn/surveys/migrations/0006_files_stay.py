"""The database itself refuses to change a file of a form, and to add or delete one once somebody can be asked by the version.

A later migration that rebuilds the table (SQLite does so for most changes) loses the triggers and must run `forbid` again;
a test notices.
"""

from django.db import migrations

TABLE = "surveys_formfile"
NAMES = (f"{TABLE}_never_changes", f"{TABLE}_stays", f"{TABLE}_is_not_late")
LATE = "EXISTS (SELECT 1 FROM surveys_formversion v WHERE v.id = {row}.version_id AND v.asked_since IS NOT NULL)"
WORDS = "a file of a form stays as it is"


def sqlite():
    for name, deed, when in (
        (NAMES[0], "UPDATE", "1"),
        (NAMES[1], "DELETE", LATE.format(row="OLD")),
        (NAMES[2], "INSERT", LATE.format(row="NEW")),
    ):
        yield f"CREATE TRIGGER {name} BEFORE {deed} ON {TABLE} WHEN {when} BEGIN SELECT RAISE(ABORT, '{WORDS}'); END"


def postgresql():
    refuse = f"RAISE EXCEPTION '{WORDS}' USING ERRCODE = 'integrity_constraint_violation';"
    yield f"""
        CREATE FUNCTION {NAMES[0]}() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF TG_OP = 'UPDATE' THEN {refuse} END IF;
          IF TG_OP = 'DELETE' THEN
            IF {LATE.format(row="OLD")} THEN {refuse} END IF;
            RETURN OLD;
          END IF;
          IF {LATE.format(row="NEW")} THEN {refuse} END IF;
          RETURN NEW;
        END $$
        """
    yield f"""
        CREATE TRIGGER {NAMES[0]} BEFORE INSERT OR UPDATE OR DELETE ON {TABLE}
        FOR EACH ROW EXECUTE FUNCTION {NAMES[0]}()
        """


MAKE = {"sqlite": sqlite, "postgresql": postgresql}
AWAY = {
    "sqlite": tuple(f"DROP TRIGGER IF EXISTS {name}" for name in NAMES),
    "postgresql": (f"DROP TRIGGER IF EXISTS {NAMES[0]} ON {TABLE}", f"DROP FUNCTION IF EXISTS {NAMES[0]}"),
}


def forbid(apps, schema_editor):
    for statement in MAKE[schema_editor.connection.vendor]():
        schema_editor.execute(statement, params=None)


def allow(apps, schema_editor):
    for statement in AWAY[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("surveys", "0005_files")]

    operations = [migrations.RunPython(forbid, allow)]
