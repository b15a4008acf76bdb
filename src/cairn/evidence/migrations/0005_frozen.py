"""The database itself refuses to change or delete evidence that was frozen with an edition, whoever asks.

A later migration that rebuilds the table (SQLite does so for most changes) loses the triggers and must run `forbid` again; a
test notices.
"""

from django.db import migrations

SQLITE = (
    """
    CREATE TRIGGER evidence_frozen_never_changes BEFORE UPDATE ON evidence_frozen
    BEGIN SELECT RAISE(ABORT, 'frozen evidence never changes'); END
    """,
    """
    CREATE TRIGGER evidence_frozen_is_never_deleted BEFORE DELETE ON evidence_frozen
    BEGIN SELECT RAISE(ABORT, 'frozen evidence is never deleted'); END
    """,
)
POSTGRESQL = (
    """
    CREATE FUNCTION evidence_frozen_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'frozen evidence never changes' USING ERRCODE = 'integrity_constraint_violation';
    END $$
    """,
    """
    CREATE TRIGGER evidence_frozen_never_changes BEFORE UPDATE OR DELETE ON evidence_frozen
    FOR EACH ROW EXECUTE FUNCTION evidence_frozen_never_changes()
    """,
)
AWAY = {
    "sqlite": (
        "DROP TRIGGER IF EXISTS evidence_frozen_never_changes",
        "DROP TRIGGER IF EXISTS evidence_frozen_is_never_deleted",
    ),
    "postgresql": (
        "DROP TRIGGER IF EXISTS evidence_frozen_never_changes ON evidence_frozen",
        "DROP FUNCTION IF EXISTS evidence_frozen_never_changes",
    ),
}


def forbid(apps, schema_editor):
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


def allow(apps, schema_editor):
    for statement in AWAY[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("evidence", "0004_limits")]

    operations = [migrations.RunPython(forbid, allow)]
