"""Results as tables for people: every measurement with what it is held against, and the report of a period."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy

from cairn.common.tables import Cell, Column
from cairn.results import facts
from cairn.results.reckoning import Point, points_of

if TYPE_CHECKING:
    from cairn.practices.models import Practice


def rows_of(practice: Practice, *, openly: bool) -> list[Point]:
    """Every measurement of a practice, by objective and indicator, oldest first."""
    return [
        point
        for indicator in facts.indicators_in(practice.pk)
        for point in points_of(indicator, openly=openly)
    ]


def exact(value: Decimal | None) -> Cell:
    """As a spreadsheet reckons with it; empty where it is not known or may not be told."""
    return None if value is None else float(value)


COLUMNS = (
    Column(gettext_lazy("Objective"), lambda point: str(point.measurement.indicator.objective)),
    Column(gettext_lazy("Indicator"), lambda point: str(point.measurement.indicator)),
    Column(gettext_lazy("Level"), lambda point: point.measurement.indicator.level_name),
    Column(gettext_lazy("From"), lambda point: point.measurement.starts_on),
    Column(gettext_lazy("To"), lambda point: point.measurement.ends_on),
    Column(gettext_lazy("In this period"), lambda point: point.period.words),
    Column(gettext_lazy("By the end of it"), lambda point: exact(point.actual.value)),
    Column(gettext_lazy("Unit"), lambda point: point.measurement.indicator.unit),
    Column(gettext_lazy("Target"), lambda point: exact(point.target.value) if point.target else None),
    Column(gettext_lazy("Due on"), lambda point: point.target.due_on if point.target else None),
    Column(gettext_lazy("Expected by then"), lambda point: exact(point.expected)),
    Column(gettext_lazy("Variance"), lambda point: exact(point.variance.value) if point.variance else None),
    Column(gettext_lazy("Variance in per cent"), lambda point: exact(point.variance.percent) if point.variance else None),
    Column(gettext_lazy("Standing"), lambda point: str(point.status.label)),
    Column(gettext_lazy("Why it went otherwise"), lambda point: point.measurement.variance_reason),
    Column(gettext_lazy("Why it is not known"), lambda point: point.measurement.unknown_because),
    Column(gettext_lazy("Where it comes from"), lambda point: str(point.measurement.get_how_display())),
    Column(gettext_lazy("Source"), lambda point: point.measurement.source),
)  # fmt: skip
REPORT_COLUMNS = (
    Column(gettext_lazy("Objective"), lambda row: str(row.indicator.objective)),
    Column(gettext_lazy("Indicator"), lambda row: str(row.indicator)),
    Column(gettext_lazy("Level"), lambda row: row.indicator.level_name),
    Column(gettext_lazy("Unit"), lambda row: row.indicator.unit),
    Column(gettext_lazy("Before it began"), lambda row: exact(row.baseline.value)),
    Column(gettext_lazy("Target"), lambda row: exact(row.target.value) if row.target else None),
    Column(gettext_lazy("Due on"), lambda row: row.target.due_on if row.target else None),
    Column(gettext_lazy("In this period"), lambda row: row.period.words),
    Column(gettext_lazy("By the end of it"), lambda row: exact(row.point.actual.value) if row.point else None),
    Column(gettext_lazy("Expected by then"), lambda row: exact(row.expected)),
    Column(gettext_lazy("Variance"), lambda row: exact(row.point.variance.value) if row.point and row.point.variance else None),
    Column(gettext_lazy("Variance in per cent"), lambda row: exact(row.point.variance.percent) if row.point and row.point.variance else None),
    Column(gettext_lazy("Standing"), lambda row: str(row.point.status.label) if row.point else ""),
    Column(gettext_lazy("Why it went otherwise"), lambda row: row.point.measurement.variance_reason if row.point else ""),
)  # fmt: skip
