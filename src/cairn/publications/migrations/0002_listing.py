"""What lists and searches show of a publication, in columns of its own."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("publications", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="publication",
            name="title",
            field=models.CharField(max_length=200, default=""),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="publication",
            name="organisation",
            field=models.CharField(max_length=200, default=""),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="publication",
            name="summary",
            field=models.TextField(blank=True, default=""),
            preserve_default=False,
        ),
    ]
