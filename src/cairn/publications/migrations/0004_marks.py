"""Which framework an edition was judged by, and its marks, beside the text: so that many can be read at once.

The guard is lifted while the columns are filled from the frozen texts, and set again over the new columns too.
"""

import json
from importlib import import_module

from django.db import migrations, models

immutable = import_module("cairn.publications.migrations.0003_immutable")
FROZEN = (*immutable.FROZEN, "framework", "marks")
forbid = immutable.forbidding(FROZEN)


def walk(nodes, *, left_out=False):
    """Id and standing of every item, "left_out" below what was left out."""
    for node in nodes:
        out = left_out or node["left_out"] is not None
        if node["mark"] is not None:
            yield node["id"], "left_out" if out else node["mark"]["standing"]
        yield from walk(node["children"], left_out=out)


def fill(apps, schema_editor):
    publications = apps.get_model("publications", "Publication").objects
    for pk, text in publications.values_list("pk", "text").iterator():
        said = json.loads(text)
        framework = f"{said['framework']['id']}@{said['framework']['version']}"
        publications.filter(pk=pk).update(framework=framework, marks=dict(walk(said["nodes"])))


class Migration(migrations.Migration):
    dependencies = [("publications", "0003_immutable")]

    operations = [
        migrations.RunPython(immutable.allow, immutable.forbid),
        migrations.AddField("publication", "framework", models.CharField(default="", max_length=100), False),
        migrations.AddField("publication", "marks", models.JSONField(default=dict), False),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.RunPython(forbid, immutable.allow),
    ]
