"""Nothing changes but what is watched: reports to funders count as monitoring now, and triggers are put up after a migration."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("evidence", "0005_frozen")]

    operations = []
