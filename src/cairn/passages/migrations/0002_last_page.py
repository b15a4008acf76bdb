from django.db import migrations


class Migration(migrations.Migration):
    """Says what the number is: a file may have pages after its last text, and of long files the beginning is read."""

    dependencies = [("passages", "0001_initial")]

    operations = [migrations.RenameField("document", "pages", "last_page")]
