"""The database itself refuses to change or delete what was published, whoever asks.

An edition may be withdrawn once; after that nothing of its row changes any more. A later migration that rebuilds the
table (SQLite does so for most changes) loses the triggers and must run `forbid` again; a test notices.
"""

from django.db import migrations

FROZEN = (
    "id", "practice_id", "edition", "text", "title", "organisation", "summary", "digest", "published_at",
    "published_by_id",
)


def statements(columns):
    """By database: what keeps these columns as they are."""
    changed = " OR ".join(f"OLD.{column} {{differs}} NEW.{column}" for column in columns)
    sqlite = (
        f"""
        CREATE TRIGGER publication_never_changes BEFORE UPDATE ON publications_publication
        WHEN OLD.withdrawn_at IS NOT NULL OR {changed.format(differs="IS NOT")}
        BEGIN SELECT RAISE(ABORT, 'a publication never changes'); END
        """,
        """
        CREATE TRIGGER publication_is_never_deleted BEFORE DELETE ON publications_publication
        BEGIN SELECT RAISE(ABORT, 'a publication is never deleted'); END
        """,
    )
    postgresql = (
        f"""
        CREATE FUNCTION publication_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF TG_OP = 'DELETE' THEN
            RAISE EXCEPTION 'a publication is never deleted' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          IF OLD.withdrawn_at IS NOT NULL OR {changed.format(differs="IS DISTINCT FROM")} THEN
            RAISE EXCEPTION 'a publication never changes' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NEW;
        END $$
        """,
        """
        CREATE TRIGGER publication_never_changes BEFORE UPDATE OR DELETE ON publications_publication
        FOR EACH ROW EXECUTE FUNCTION publication_never_changes()
        """,
    )
    return {"sqlite": sqlite, "postgresql": postgresql}


AWAY = {
    "sqlite": (
        "DROP TRIGGER IF EXISTS publication_never_changes",
        "DROP TRIGGER IF EXISTS publication_is_never_deleted",
    ),
    "postgresql": (
        "DROP TRIGGER IF EXISTS publication_never_changes ON publications_publication",
        "DROP FUNCTION IF EXISTS publication_never_changes",
    ),
}


def forbidding(columns):
    """A step of a migration that sets the guard over these columns."""

    def forbid(apps, schema_editor):
        for statement in statements(columns)[schema_editor.connection.vendor]:
            schema_editor.execute(statement, params=None)

    return forbid


forbid = forbidding(FROZEN)


def allow(apps, schema_editor):
    for statement in AWAY[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("publications", "0002_listing")]

    operations = [migrations.RunPython(forbid, allow)]
