"""What may be told of a value, and in which words: so that nobody can be recognised in a figure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Protocol

from django.db.models import TextChoices
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from cairn.participants.counting import FEW, Share, is_small, shown
from cairn.participants.enums import AgeBand, Sex
from cairn.results.enums import Dimension, Measure

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.utils.functional import Promise

    from cairn.results.measures import Counted
    from cairn.results.models import Measurement

ENOUGH = 10
"""Below so many counted, parts are told as counts and not in per cent (design, numbers)."""
CATEGORIES: dict[str, type[TextChoices]] = {Dimension.SEX.value: Sex, Dimension.AGE.value: AgeBand}


class Figure(Protocol):
    """What a value is of: an indicator, or a measure without one."""

    @property
    def measure(self) -> str: ...
    @property
    def unit(self) -> str | Promise: ...
    @property
    def counts_people(self) -> bool: ...
    @property
    def scale_top(self) -> int | None: ...


@dataclass(frozen=True, slots=True)
class Told:
    """A value as it may be told to one reader."""

    value: Decimal | None
    """None where it is not known, or may not be told."""
    words: str
    hidden: bool = False
    """It is known, and there are too few to tell it."""


def plain(value: Decimal) -> str:
    """In the reader's language, without zeros that say nothing."""
    return number_format(
        value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()
    )


def said(indicator: Figure, value: Decimal) -> str:
    """A value with its unit."""
    if indicator.measure == Measure.YES_NO:
        return _("yes") if value else _("no")
    if indicator.measure == Measure.PERCENT:
        return _("%(value)s %%") % {"value": plain(value)}
    if indicator.measure == Measure.SCALE:
        return _("%(value)s of %(top)s") % {"value": plain(value), "top": indicator.scale_top}
    return _("%(value)s %(unit)s") % {"value": plain(value), "unit": indicator.unit}


def told(indicator: Figure, value: Decimal | None, *, openly: bool, share: Share | None = None) -> Told:
    """A value of this indicator. `openly`: to somebody who works with the people, who may see small counts."""
    if value is None:
        return Told(None, _("not known"))
    if share and share.whole:
        return _of_share(indicator, value, share, openly=openly)
    if indicator.counts_people and not openly and is_small(int(value)):
        return Told(None, shown(int(value)), hidden=True)
    return Told(value, said(indicator, value))


def _of_share(indicator: Figure, value: Decimal, share: Share, *, openly: bool) -> Told:
    if not openly and any(map(is_small, (share.part, share.whole, share.whole - share.part))):
        return Told(None, _("too few to tell"), hidden=True)
    if share.whole < ENOUGH:
        words = _("%(part)s of %(whole)s") % {"part": share.part, "whole": share.whole}
        return Told(None, words, hidden=True)
    return Told(value, said(indicator, value))


def of_period(measurement: Measurement, *, openly: bool) -> Told:
    """What was measured in its period."""
    share = Share(measurement.part or 0, measurement.whole or 0)
    return told(measurement.indicator, measurement.value, openly=openly, share=share)


def summed(indicator: Figure, values: Iterable[Decimal], *, openly: bool) -> Told:
    """Values of several periods together. Where one hidden value could be worked out from the sum, that is hidden too."""
    added = list(values)
    small = [value for value in added if told(indicator, value, openly=openly).hidden]
    if small and (len(small) == 1 or sum(small) < FEW) and len(added) > 1:
        return Told(None, _("not shown"), hidden=True)
    return told(indicator, sum(added, Decimal(0)), openly=openly)


@dataclass(frozen=True, slots=True)
class Offer:
    """What the records say, as it may be told."""

    words: str
    records: str
    """How many were looked at."""
    known: bool


def offered(indicator: Figure, counted: Counted, *, openly: bool) -> Offer:
    value = told(indicator, counted.value, openly=openly, share=counted.share)
    return Offer(value.words, shown(counted.records, openly=openly), counted.value is not None)


@dataclass(frozen=True, slots=True)
class Cell:
    code: str
    label: str
    count: int | None
    """None where it may not be told."""
    words: str


def cells_of(measurement: Measurement, *, openly: bool) -> list[tuple[Dimension, list[Cell]]]:
    """What is known of each dimension, category by category; nothing at all where the whole is hidden."""
    if of_period(measurement, openly=openly).hidden:
        return []
    return [
        (dimension, _cells(dimension, measurement.cells[dimension], openly=openly))
        for dimension in Dimension
        if measurement.cells.get(dimension)
    ]


def _cells(dimension: Dimension, counts: Mapping[str, int], *, openly: bool) -> list[Cell]:
    hidden = set() if openly else hidden_in(counts)
    return [
        Cell(code, str(category.label), None, _("not shown"))
        if code in hidden
        else Cell(code, str(category.label), counts[code], str(counts[code]))
        for category in CATEGORIES[dimension]
        for code in [category.value]
        if code in counts
    ]


def hidden_in(counts: Mapping[str, int]) -> set[str]:
    """Categories that may not be told beside their sum: small ones, and so many of the next that none can be worked out."""
    hidden = {code for code, count in counts.items() if is_small(count)}
    others = sorted((count, code) for code, count in counts.items() if count >= FEW)
    while hidden and others and (len(hidden) == 1 or sum(counts[code] for code in hidden) < FEW):
        hidden.add(others.pop(0)[1])
    return hidden
