"""Through the whole life of a practice what is kept of its evidence is what would be computed anew."""

import re

from django.apps import apps
from django.db import connection
from django.db.models import F

from cairn.demo.building import build
from cairn.demo.size import Size
from cairn.evidence import facts, keeping
from cairn.evidence.models import Changed
from cairn.evidence.watching import watched
from cairn.practices.models import Practice
from tests.demo.conftest import TODAY

FRAMEWORKS = ("good-practice-criteria", "cairn-sustainability")
FROZEN = {"progress_signed"}
"""Rows that come in and never change; that is refused before anything could be noted."""
PUBLIC = ("people_", "frameworks_")
"""Who works here and what is asked: no rule depends on it."""


def test_what_is_kept_is_never_wrong(db, settings, tmp_path):
    """Asked every second week for one and the same day, so that nothing but what changed makes it compute anew."""
    settings.DATA_DIR, settings.KEYS_DIR = tmp_path, tmp_path / "keys"
    looks = []

    def look(day):
        looks.append(day)
        practice = Practice.objects.first()
        if len(looks) % 10 or practice is None:
            return
        for framework in FRAMEWORKS:
            kept = keeping.standing(practice.pk, framework, TODAY, traces=True).items
            assert kept == facts.of_practice(practice, framework, TODAY), day

    build(size=Size(people=3, months=5, seed=3), today=TODAY, told=look)

    assert len(looks) > 50


def test_every_table_that_is_read_is_watched_and_every_watched_one_is_noted(practice):
    read = set()

    def hear(execute, sql, *more):
        read.update(re.findall(r"\w+", sql))
        return execute(sql, *more)

    with connection.execute_wrapper(hear):
        for framework in FRAMEWORKS:
            facts.of_practice(practice, framework, TODAY)
    tables = {model._meta.db_table for model in apps.get_models(include_auto_created=True)}

    assert {table for table in read & tables - set(watched()) if not table.startswith(PUBLIC)} == set()
    assert len(read & set(watched())) > 30
    for model in apps.get_models(include_auto_created=True):
        table = model._meta.db_table
        if table not in read & set(watched()) - FROZEN:
            continue
        Changed.objects.all().delete()
        key = model._meta.pk
        column = next(field.attname for field in model._meta.concrete_fields if field is not key)
        model.objects.filter(pk=model.objects.values("pk")[:1]).update(**{column: F(column)})
        noted = {line.source.partition(":")[0] for line in Changed.objects.all()}
        assert (
            noted == {"registers_record" if table.startswith("registers_") else table}
            or not model.objects.exists()
        )
