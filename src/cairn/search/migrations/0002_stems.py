"""The table of stems, in each database's own way of searching text."""

from django.db import migrations

from cairn.search.engines import engine


def make(apps, schema_editor):
    for statement in engine(schema_editor.connection.vendor).MAKE:
        schema_editor.execute(statement, params=None)


def unmake(apps, schema_editor):
    schema_editor.execute("DROP TABLE search_stems", params=None)


class Migration(migrations.Migration):
    dependencies = [("search", "0001_tables")]

    operations = [migrations.RunPython(make, unmake)]
