"""Putting what one writer says together with what others said meanwhile: field by field, nothing lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cairn.assessments.saying import Conflict, Value

if TYPE_CHECKING:
    from cairn.assessments.models import Change

# Leaving out and its reason are one thing said: they are kept, or in conflict, together.
PAIR = ("left_out", "left_out_reason")


@dataclass(frozen=True, slots=True)
class Merged:
    after: Mapping[str, Value]
    """The fields to write: only those that change."""
    conflicts: tuple[Conflict, ...]


def merge(
    *,
    node_id: str,
    revision: int,
    stored: Mapping[str, Value],
    said: Mapping[str, Value],
    since: Sequence[Change],
    by_id: int,
    whole: bool = False,
) -> Merged:
    """`since` holds the changes after the revision that the writer had seen, oldest first; `by_id` is the writer.
    With `whole` nothing is written where anything is in conflict.

    Nobody is in conflict with themselves: an answer lost on the way makes no one a stranger to their own words.
    A field that the writer did not touch keeps what others wrote. One that both changed, to different values,
    is a conflict. Everything else is written.
    """
    contested = {field: _unseen(field, stored, said[field], since, by_id) for field in said}
    conflicts = {field: change for field, change in contested.items() if change is not None}
    if conflicts.keys() & set(PAIR):
        conflicts |= dict.fromkeys(
            (field for field in PAIR if field in said), next(conflicts[f] for f in PAIR if f in conflicts)
        )
    untouched = {field for field in said if _left_alone(field, said[field], since)}
    return Merged(
        after={
            field: value
            for field, value in said.items()
            if value != stored[field]
            and field not in conflicts
            and field not in untouched
            and not (whole and conflicts)
        },
        conflicts=tuple(
            Conflict(node_id, field, said[field], stored[field], change.by.name, change.at, revision)
            for field, change in conflicts.items()
        ),
    )


def _touching(field: str, since: Sequence[Change]) -> list[Change]:
    return [change for change in since if field in change.after]


def _left_alone(field: str, value: Value, since: Sequence[Change]) -> bool:
    """The writer sends back what they saw, and it has been changed since, perhaps by themselves on another page."""
    touching = _touching(field, since)
    return bool(touching) and bool(touching[0].before[field] == value)


def _unseen(
    field: str, stored: Mapping[str, Value], value: Value, since: Sequence[Change], by_id: int
) -> Change | None:
    """The last change that stands against this value, if one does: someone else's, after the writer's own last."""
    others: list[Change] = []
    for change in _touching(field, since):
        others = [] if change.by_id == by_id else [*others, change]
    if not others:
        return None
    saw = others[0].before[field]
    return None if value in (saw, stored[field]) or stored[field] == saw else others[-1]
