"""Nothing changes but the triggers, which are put up after a migration: a link whose record went before it is no fault."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("evidence", "0006_watch_reports")]

    operations = []
