"""What a report says, as frozen values: figures and tables with their sources, and the words around them.

Pages and every file are drawn from a `Paper`, so all of them say the same. A signed report keeps its paper as text.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Annotated, Any

from django.utils.formats import number_format
from pydantic import Field, TypeAdapter

from cairn.charts import Chart
from cairn.participants.counting import FEW
from cairn.releases.audit import Published
from cairn.releases.disclosure import TOTAL
from cairn.releases.leaving import Gone

FORMAT = "cairn-progress-1"
Cell = str | int | float | None
"""None is not known, and is never shown as zero."""


def _nothing(value: object) -> bool:
    return not value


@dataclass(frozen=True, slots=True)
class Figure:
    key: str
    label: str
    words: str
    """As it may be told; "not known" where nothing is."""
    number: float | None = None
    """For a spreadsheet to reckon with; None where it is not known or may not be told exactly."""
    before: str = ""
    """The same in the report before; "" where there was none."""


@dataclass(frozen=True, slots=True)
class Table:
    key: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""
    charts: Annotated[tuple[Chart, ...], Field(exclude_if=_nothing)] = ()
    """What the table says, to be drawn. Not in the text where there are none: older texts stay the same bytes."""
    reading: Annotated[str, Field(exclude_if=_nothing)] = ""
    """How the charts are read."""


@dataclass(frozen=True, slots=True)
class Ask:
    """Something that went so far from what was planned that somebody has to say why."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class Count:
    """What was told of people at once, as `releases.audit.Published` has it."""

    title: str
    until: date
    counts: dict[str, int | None]
    since: date | None = None
    rounded: bool = False
    left: int | tuple[Gone, ...] | None = None
    """What was told of leaving with it; a number, in reports of earlier days, is how many had left by then."""

    @property
    def published(self) -> Published:
        return Published(self.title, self.until, self.counts, self.rounded, self.since)

    @property
    def leaving(self) -> tuple[Gone, ...]:
        """What it told of who came, left and stayed, for the attack on all of it."""
        gone = self.left if isinstance(self.left, tuple) else ()
        if isinstance(self.left, int):
            gone = (Gone("left", self.until, self.left, self.left),)
        return (*self._came, *gone)

    @property
    def _came(self) -> tuple[Gone, ...]:
        if TOTAL not in self.counts:
            return ()
        told = self.counts[TOTAL]
        if self.rounded:
            return (Gone("came", self.until, told or 0, (told or 0) + FEW - 1, self.since),)
        return (Gone("came", self.until, 1 if told is None else told, told, self.since),)


@dataclass(frozen=True, slots=True)
class Part:
    """One group of figures (`figures/`), filled from records."""

    key: str
    title: str
    source: str
    """Which records it was counted from."""
    as_of: date
    figures: tuple[Figure, ...] = ()
    tables: tuple[Table, ...] = ()
    draft: str = ""
    """The figures in sentences."""
    asks: tuple[Ask, ...] = ()
    told: tuple[Count, ...] = ()
    """Every count of people that it tells, for the gate before anything else is told of them."""

    def figure(self, key: str) -> Figure | None:
        return next((one for one in self.figures if one.key == key), None)


@dataclass(frozen=True, slots=True)
class Reason:
    words: str
    """What went otherwise."""
    reason: str
    """Why; "" where nobody has said it yet."""


@dataclass(frozen=True, slots=True)
class Section:
    key: str
    title: str
    words: str = ""
    parts: tuple[Part, ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole report."""

    title: str
    practice: str
    organisation: str
    grant: str
    """Funder and number; "" where it is about no grant."""
    starts_on: date
    ends_on: date
    language: str
    figures_on: date
    """The day on which the figures were taken."""
    sections: tuple[Section, ...]
    written_by: str = ""
    signed_by: str = ""
    """"" until it is signed, as is the day."""
    signed_on: date | None = None
    format: str = field(default=FORMAT)

    @property
    def parts(self) -> tuple[Part, ...]:
        return tuple(part for section in self.sections for part in section.parts)


_papers = TypeAdapter(Paper)
_parts = TypeAdapter(tuple[Part, ...])


def to_text(paper: Paper) -> str:
    """The one JSON text of a paper: the same paper always gives the same bytes."""
    return _papers.dump_json(paper).decode()


def from_text(text: str) -> Paper:
    return _papers.validate_json(text)


def signed(paper: Paper, by: str, on: date) -> Paper:
    """The same, with who signed it and when."""
    return replace(paper, signed_by=by, signed_on=on)


def to_kept(parts: Sequence[Part]) -> Any:
    """Parts as plain JSON values, to be kept."""
    return _parts.dump_python(tuple(parts), mode="json")


def from_kept(kept: Any) -> tuple[Part, ...]:
    return _parts.validate_python(kept)


def digest_of(text: str) -> str:
    """SHA-256 in hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def digest_of_parts(parts: Sequence[Part]) -> str:
    return digest_of(_parts.dump_json(tuple(parts)).decode())


def said(cell: Cell) -> str:
    """A cell as people read it."""
    if cell is None:
        return "–"
    if isinstance(cell, str):
        return cell
    whole = isinstance(cell, int) or cell == int(cell)
    return number_format(int(cell) if whole else cell, None if whole else 2, force_grouping=True)


def by_key(parts: Sequence[Part]) -> Mapping[str, Part]:
    return {part.key: part for part in parts}
