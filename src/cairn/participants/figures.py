"""Participants in figures, so that no one can be recognised in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count
from django.utils.translation import gettext as _

from cairn.common.tables import Cell, Column
from cairn.participants import facts
from cairn.participants.counting import FEW, shown
from cairn.participants.enums import AgeBand, Sex


@dataclass(frozen=True, slots=True)
class Table:
    """Age band by sex. Only bands and sexes in which there is somebody. Cells are words already."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def columns(self) -> list[Column]:
        first = Column(_("Age"), lambda row: row[0])
        return [first, *(Column(head, _cell(place)) for place, head in enumerate(self.heads))]


def _cell(place: int) -> Callable[[Any], Cell]:
    return lambda row: row[1][place]


def by_age_and_sex(practice_id: int) -> Table:
    """Everyone who ever took part. No totals: with them a hidden cell could be worked out."""
    counts = {
        (row["age_band"], row["sex"]): row["n"]
        for row in facts.of_practice(practice_id).order_by().values("age_band", "sex").annotate(n=Count("pk"))
    }
    hidden = _hidden_beside(counts)
    bands = [band for band in AgeBand if any(age == band for age, _sex in counts)]
    sexes = [sex for sex in Sex if any(seen == sex for _age, seen in counts)]
    rows = tuple(
        (str(band.label), tuple(_shown(counts.get((band, sex), 0), (band, sex) == hidden) for sex in sexes))
        for band in bands
    )
    return Table(tuple(str(sex.label) for sex in sexes), rows)


def reached_by_each(practice_id: int, fields: Sequence[str], *, until: date) -> dict[tuple[str, ...], int]:
    """Everyone who had come by a day, by `sex`, `age_band` or both: crossings in which there is somebody. Small counts too, which
    whoever calls must hide."""
    reached = facts.of_practice(practice_id).filter(enrolled_on__lte=until).order_by()
    return {
        tuple(row[field] for field in fields): row["n"]
        for row in reached.values(*fields).annotate(n=Count("pk"))
    }


def _shown(count: int, is_hidden: bool) -> str:  # named at its one call
    if is_hidden:
        return _("not shown")
    return shown(count)


def _hidden_beside(counts: dict[tuple[str, str], int]) -> tuple[str, str] | None:
    """Who enrols knows how many there are in all, so a single small cell could be worked out: the smallest other goes too."""
    if sum(count < FEW for count in counts.values()) != 1:
        return None
    others = {cell: count for cell, count in counts.items() if count >= FEW}
    return min(others, key=lambda cell: others[cell], default=None)
