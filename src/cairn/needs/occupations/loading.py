"""What was read from ESCO's file goes into the table, once however often it is loaded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from django.db import transaction

from cairn.needs.occupations.esco import Row
from cairn.needs.occupations.finding import folded_names
from cairn.needs.occupations.models import Occupation

AT_ONCE = 500
CARRIED = ("group", "name", "other_names", "description", "folded")


class Loaded(NamedTuple):
    new: int
    changed: int
    same: int


@transaction.atomic
def load(
    *, rows: Sequence[Row], language: str, progress: Callable[[int], None] = lambda _count: None
) -> Loaded:
    """Known by URI and language: what is new is added, what reads otherwise is changed, all or nothing.

    What an older version of ESCO had and this one lacks stays, because records may name it.
    """
    there = {one.uri: one for one in Occupation.objects.filter(language=language)}
    fresh = [_as_kept(row, language) for row in rows]
    new = [one for one in fresh if one.uri not in there]
    changed = [one for one in fresh if one.uri in there and _differ(one, there[one.uri])]
    done = 0
    for start in range(0, len(todo := [*new, *changed]), AT_ONCE):
        batch = todo[start : start + AT_ONCE]
        Occupation.objects.bulk_create(
            batch, update_conflicts=True, unique_fields=["uri", "language"], update_fields=CARRIED
        )
        progress(done := done + len(batch))
    return Loaded(len(new), len(changed), len(fresh) - len(todo))


def _as_kept(row: Row, language: str) -> Occupation:
    return Occupation(
        uri=row.uri,
        language=language,
        group=row.group,
        name=row.name,
        other_names="\n".join(row.other_names),
        description=row.description,
        folded=folded_names([row.name, *row.other_names]),
    )


def _differ(one: Occupation, other: Occupation) -> bool:
    return any(getattr(one, name) != getattr(other, name) for name in CARRIED)
