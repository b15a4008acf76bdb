"""The report of a period: every indicator at its end. What adds up in the period alone is left out for people, because it is the
difference of two tables; so are variances, from which a hidden value could be worked out, and reasons, which are free words."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cairn.releases.disclosure import down
from cairn.releases.kinds.shape import Asked, Cell, Kind, Table
from cairn.results.enums import Measure
from cairn.results.periods import Row, report


def _build(asked: Asked) -> Table:
    rounded = asked.rounded
    found = report(asked.practice, asked.start, asked.end, openly=False)
    columns = (
        _("Indicator"),
        _("Unit"),
        _("Target"),
        _("Due on"),
        _("By the end of the period"),
        _("Expected by then"),
        _("Standing"),
    )
    rows = tuple(_row(row, rounded) for row in found)
    people = (
        {} if rounded else {f"indicator-{row.indicator.pk}": _people(row) for row in found if _counts(row)}
    )
    words = _(
        "At the end of the period, without small figures: counts of 1 to 4 people are hidden, and shares of few people."
    )
    more = _("Counts of people are rounded down to fives.")
    return Table(columns, rows, f"{words} {more}" if rounded else words, people, rounded)


def _row(row: Row, rounded: bool) -> tuple[Cell, ...]:
    target, point = row.target, row.point
    value = _value(row, rounded)
    return (
        str(row.indicator),
        row.indicator.unit,
        _number(target.value) if target else "",
        target.due_on.isoformat() if target else "",
        value,
        "" if row.expected is None else _number(row.expected),
        str(point.status.label) if point and value is not None and not (rounded and _counts(row)) else "",
    )


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _value(row: Row, rounded: bool) -> Cell:
    if row.point is None or (row.point.actual.value is None and not row.point.actual.hidden):
        return _("not known")
    if row.point.actual.value is None:
        return None
    if rounded and _counts(row):
        return down(int(row.point.actual.value))
    return _number(row.point.actual.value)


def _counts(row: Row) -> bool:
    return row.indicator.counts_people and row.indicator.measure == Measure.NUMBER


def _people(row: Row) -> int | None:
    value = row.point.actual.value if row.point else None
    return None if value is None else int(value)


KIND = Kind(
    key="results",
    name=gettext_lazy("Report of a period"),
    purpose=gettext_lazy("Every indicator with its target and what was reached by the end of the period."),
    build=_build,
)
