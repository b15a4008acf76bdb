"""What a group of figures is, and what it is asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from django.utils.functional import Promise

from cairn.charts import Chart
from cairn.progress.figures.telling import UNKNOWN, Value
from cairn.progress.shape import Ask, Cell, Count, Figure, Part, Table

if TYPE_CHECKING:
    from cairn.money.models import Grant  # noqa: TC004  # never evaluated; its tables are another room's
    from cairn.practices.models import Practice  # noqa: TC004

Words = str | Promise


@dataclass(frozen=True, slots=True)
class Asking:
    """A practice between two days, both included, and the money it is about."""

    practice: Practice
    starts_on: date
    ends_on: date
    today: date
    grant: Grant | None = None
    before: tuple[Count, ...] = ()
    """What was told of people before, in reports and in released tables."""

    @property
    def days(self) -> tuple[date, date]:
        return self.starts_on, self.ends_on


@dataclass(frozen=True, slots=True)
class Found:
    """What the records say, before it has its labels."""

    source: str
    values: Mapping[str, Value] = field(default_factory=dict)
    rows: Mapping[str, Sequence[Sequence[Cell]]] = field(default_factory=dict)
    """By table."""
    heads: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Columns of tables that have others each time."""
    notes: Mapping[str, Words] = field(default_factory=dict)
    """By table."""
    charts: Mapping[str, Sequence[Chart]] = field(default_factory=dict)
    """By table."""
    draft: str = ""
    asks: tuple[Ask, ...] = ()
    told: tuple[Count, ...] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """A table's title and columns."""

    title: Words
    columns: tuple[Words, ...]
    reading: Words = ""
    """How its charts are read."""


@dataclass(frozen=True, slots=True)
class Group:
    key: str
    """Also the name of its file, and the first word of its placeholders."""
    name: Words
    find: Callable[[Asking], Found]
    figures: Mapping[str, Words] = field(default_factory=dict)
    """Key and label, in their order."""
    tables: Mapping[str, Head] = field(default_factory=dict)


def filled(group: Group, asking: Asking) -> Part:
    """The group with what the records say now, in the language of the moment. What nothing was found for is not known."""
    found = group.find(asking)
    figures = [
        (key, str(label), found.values.get(key) or Value(str(UNKNOWN)))
        for key, label in group.figures.items()
    ]
    return Part(
        key=group.key,
        title=str(group.name),
        source=found.source,
        as_of=asking.today,
        figures=tuple(Figure(key, label, value.words, value.number) for key, label, value in figures),
        tables=tuple(_table(key, head, found) for key, head in group.tables.items()),
        draft=found.draft,
        asks=found.asks,
        told=found.told,
    )


def _table(key: str, head: Head, found: Found) -> Table:
    charts = tuple(chart for chart in found.charts.get(key, ()) if not chart.empty)
    return Table(
        key,
        str(head.title),
        tuple(map(str, found.heads.get(key) or head.columns)),
        tuple(tuple(row) for row in found.rows.get(key, ())),
        str(found.notes.get(key, "")),
        charts,
        str(head.reading) if charts else "",
    )
