"""What a rule suggests as JSON and back. Texts are kept as they stand in the source, so that each reader gets their own language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from datetime import date
from typing import Any

from django.utils import translation
from django.utils.translation import gettext_lazy

from cairn.evidence.enums import Outcome, Side, Strength, Verdict, Weight
from cairn.evidence.shape import Finding, Judged, Part, Task, Trace

BACK: dict[str, Callable[[Any], Any]] = {
    "Outcome": Outcome,
    "Strength": Strength,
    "bool": bool,
    "date | None": lambda said: said and date.fromisoformat(said),
    "tuple[str, ...]": tuple,
}
"""By annotation, from JSON to what it was."""
FIELDS = {field.name: BACK[str(field.type)] for field in fields(Judged) if field.name != "parts"}


def packed(judged: Judged) -> dict[str, Any]:
    """Without the traces, which most pages do not need."""
    with translation.override(None):  # no language at all: texts as they stand in the source
        parts = [_packed(part) for part in judged.parts]
    said = {name: getattr(judged, name) for name in FIELDS}
    return {name: str(one) if isinstance(one, date) else one for name, one in said.items()} | {"parts": parts}


def _packed(part: Part) -> list[Any]:
    tasks = [[str(task.text), task.page, list(task.more)] for task in part.missing]
    return [
        part.key,
        part.weight,
        str(part.asks),
        part.found.verdict,
        part.found.part,
        part.found.whole,
        tasks,
    ]


def packed_traces(judged: Judged) -> list[list[Any]]:
    """By part: days as numbers, and whose record it is."""
    return [
        [[one.on.toordinal(), one.entered.toordinal(), one.side] for one in part.found.traces]
        for part in judged.parts
    ]


def unpacked(kept: dict[str, Any], traces: list[list[Any]] | None = None) -> Judged:
    by_part = traces or [[]] * len(kept["parts"])
    parts = tuple(_unpacked(*pair) for pair in zip(kept["parts"], by_part, strict=True))
    return Judged(**{name: back(kept[name]) for name, back in FIELDS.items()}, parts=parts)


def _unpacked(kept: list[Any], traces: list[Any]) -> Part:
    key, weight, asks, verdict, part, whole, tasks = kept
    missing = tuple(Task(gettext_lazy(text), page, tuple(more)) for text, page, more in tasks)
    found = Finding(Verdict(verdict), part, whole, tuple(_trace(*one) for one in traces))
    return Part(key, Weight(weight), gettext_lazy(asks), found, missing)


def _trace(on: int, entered: int, side: str) -> Trace:
    return Trace(date.fromordinal(on), date.fromordinal(entered), Side(side))
