"""What a measure is: a figure that Cairn computes from a practice's records, so that nobody has to count (measures/, one file each)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from django.utils.functional import Promise

from cairn.participants.counting import Share
from cairn.practices.models import Practice
from cairn.results.enums import Dimension, Gathering, Measure

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from cairn.participants.models import Participant
    from cairn.registers.facts import Row

Words = str | Promise
Cells = Mapping[str, Mapping[str, int]]
"""Counts by category by dimension: one dimension at a time."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What was found in the records for one period."""

    value: Decimal | None
    """None where nothing of the kind was ever recorded: not known, which is not zero."""
    records: int
    """How many records were looked at."""
    share: Share | None = None
    """What a percentage was reckoned from."""
    cells: Cells = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ComputedMeasure:
    key: str
    """Also the name of its file."""
    name: Words
    unit: Words
    definition: Words
    """What exactly is counted, so that two people counting by hand would find the same."""
    gathering: Gathering
    of: Callable[[Practice, date, date], Counted]
    """For a practice from one day to another, both included."""
    measure: Measure = Measure.NUMBER
    counts_people: bool = False

    scale_top: ClassVar[None] = None
    """No measure is a scale."""

    @property
    def dimensions(self) -> tuple[Dimension, ...]:
        return tuple(Dimension) if self.counts_people else ()


def people(found: QuerySet[Participant], looked_at: int) -> Counted:
    """So many people, by sex and by age band; `looked_at` is how many were taking part or had, and might have been counted."""
    rows = list(found.order_by().values_list("pk", "sex", "age_band").distinct())
    if not looked_at:
        return Counted(None, 0)
    cells = {
        Dimension.SEX.value: dict(Counter(sex for _pk, sex, _age in rows)),
        Dimension.AGE.value: dict(Counter(age for _pk, _sex, age in rows)),
    }
    return Counted(Decimal(len(rows)), looked_at, cells=cells)


def number(count: int | Decimal, looked_at: int) -> Counted:
    return Counted(Decimal(count), looked_at) if looked_at else Counted(None, 0)


def percent(share: Share) -> Counted:
    """Per cent with one decimal."""
    if not share.whole:
        return Counted(None, 0, share)
    return Counted((Decimal(share.part) * 100 / share.whole).quantize(Decimal("0.1")), share.whole, share)


def since(rows: Iterable[Row], start: date) -> list[Row]:
    """The records of a register that happened on that day or later."""
    return [row for row in rows if row.happened_on and row.happened_on >= start]


def added(values: Iterable[Decimal | None]) -> Decimal:
    """What is not known adds nothing."""
    return sum((value for value in values if value is not None), Decimal(0))
