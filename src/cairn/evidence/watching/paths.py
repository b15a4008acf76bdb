"""Which tables are watched, and the way from a row of each to its practice."""

from __future__ import annotations

from collections import deque
from functools import cache
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db import models

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOMS = (
    "practices", "publications", "transfer", "surveys", "participants", "registers", "money", "needs", "plans", "activities", "voices",
    "listening", "results", "progress", "evidence",
)  # fmt: skip
OWN = {"evidence_changed", "evidence_snapshot", "evidence_state", "evidence_frozen"}
"""What is only derived: watching it would never come to rest."""
PRACTICE, RECORD, LINK = "practices_practice", "registers_record", "registers_recordlink"
FURTHEST = 5
"""Keys from a row to its practice."""
Path = tuple["models.ForeignKey[Any, Any]", ...]


@cache
def watched() -> dict[str, Path]:
    """By table, the way from a row to its practice; () for what belongs to no practice, such as forms that come with Cairn."""
    every = (apps.get_app_config(room).get_models(include_auto_created=True) for room in ROOMS)
    known = {_about(model).db_table: model for models_of in every for model in models_of}
    return {table: _path(model) for table, model in known.items() if table not in OWN}


def _about(model: type[models.Model]) -> Any:
    return model._meta  # noqa: SLF001  # Django's public name


def _path(model: type[models.Model]) -> Path:
    """The shortest, level by level."""
    ahead: deque[tuple[type[models.Model], Path]] = deque([(model, ())])
    while ahead:
        here, path = ahead.popleft()
        if _about(here).db_table == PRACTICE:
            return path
        ahead.extend((key.related_model, (*path, key)) for key in _keys(here) if len(path) < FURTHEST)
    return ()


def _keys(model: type[models.Model]) -> list[Any]:
    """What it points to in these rooms, what is always there first."""
    keys = [key for key in _about(model).concrete_fields if isinstance(key, models.ForeignKey)]
    return sorted(
        (key for key in keys if _about(key.related_model).app_label in ROOMS), key=lambda key: key.null
    )


def practice_of(row: str, table: str) -> str:
    """SQL for the practice of a row, NULL where it has none."""
    if table == PRACTICE:
        return f"{row}.id"
    path = watched()[table]
    return _along(row, path, path[-1].column) if path else "NULL"


def source_of(row: str, table: str) -> str:
    """SQL for what changed: the table; for records of registers their kind as well.

    NULL for a link whose record went before it: that was noted when it went.
    """
    if table == RECORD:
        return f"'{RECORD}:' || {row}.kind"
    if table == LINK:
        return f"'{RECORD}:' || (SELECT r.kind FROM {RECORD} r WHERE r.id = {row}.source_id)"  # noqa: S608  # names of ours
    return f"'{table}'"


def _along(row: str, path: Sequence[Any], column: str) -> str:
    if len(path) == 1:
        return f"{row}.{column}"
    key, name = path[0], f"t{len(path)}"
    there = _about(key.related_model)
    inner, where = _along(name, path[1:], column), f"{name}.{there.pk.column} = {row}.{key.column}"
    return f"(SELECT {inner} FROM {there.db_table} {name} WHERE {where})"  # noqa: S608  # names of ours
