"""Figures of every practice that somebody may take records from, side by side, over the columns of a snapshot."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from cairn.analytics import telling
from cairn.common.tables import Column
from cairn.people.enums import Permission
from cairn.practices.facts import visible_to
from cairn.practices.models import Practice
from cairn.results.measures import ComputedMeasure, all_measures

if TYPE_CHECKING:
    from pathlib import Path

    from django.db.models import QuerySet

    from cairn.people.models import Person

TAKE = Permission.EXPORT_RECORDS
"""A snapshot takes records out of the database, as a sheet does."""


def practices_for(person: Person) -> QuerySet[Practice]:
    return visible_to(person, TAKE).order_by("title", "pk")


@dataclass(frozen=True, slots=True)
class Row:
    """One measure of one practice in a period."""

    practice: Practice | None
    """None: all practices together."""
    measure: ComputedMeasure
    starts_on: date
    ends_on: date
    cell: telling.Cell


def portfolio(person: Person, folder: Path, start: date, end: date) -> list[Row]:
    """Measure by measure, each practice and then all together, where there are several.

    Only of practices that the snapshot holds and that the person may still see.
    """
    from cairn.analytics import engine  # noqa: PLC0415  # an extra, and heavy

    held = engine.practices_in(folder)
    practices = [one for one in practices_for(person) if one.pk in held]
    counted = engine.figures(engine.columns_of(folder), [one.pk for one in practices], start, end)
    rows = []
    for key, by_practice in counted.items():
        measure = all_measures()[key]
        rows += [
            Row(one, measure, start, end, telling.cell(measure, by_practice[one.pk])) for one in practices
        ]
        if len(practices) > 1:
            whole = telling.together(measure, by_practice.values())
            rows.append(Row(None, measure, start, end, whole))
    return rows


def _practice(row: Row) -> str:
    return row.practice.title if row.practice else str(_("All practices"))


COLUMNS = (
    Column(_("Practice"), _practice),
    Column(_("Organisation"), lambda row: row.practice.organisation.name if row.practice else ""),
    Column(_("Measure"), lambda row: str(row.measure.name)),
    Column(_("From"), lambda row: row.starts_on),
    Column(_("To"), lambda row: row.ends_on),
    Column(_("Figure"), lambda row: row.cell.told.words),
    Column(_("Value"), lambda row: None if row.cell.told.value is None else float(row.cell.told.value)),
    Column(_("Unit"), lambda row: str(row.measure.unit)),
    Column(_("Part"), lambda row: row.cell.share.part if row.cell.share else None),
    Column(_("Of"), lambda row: row.cell.share.whole if row.cell.share else None),
    Column(_("What is counted"), lambda row: str(row.measure.definition)),
)
"""Value is empty where it is not known, may not be told, or is a share of fewer than ten."""
