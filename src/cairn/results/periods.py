"""Results by periods: which one to measure next, and how all indicators stand at the end of one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from cairn.practices.days import months_later
from cairn.results import facts
from cairn.results.enums import MONTHS, Frequency, Gathering
from cairn.results.models import Indicator, Target
from cairn.results.reckoning import Point, Told, baseline_of, line_of, points_of, summed, target_on

if TYPE_CHECKING:
    from cairn.practices.models import Practice

DAY = timedelta(days=1)


def next_period(indicator: Indicator, today: date) -> dict[str, date]:
    """What a form begins with: the day after the last period, and as long as the indicator's frequency, but not beyond today."""
    measured, targets = list(indicator.measurements.all()), list(indicator.targets.all())
    practice = indicator.objective.practice
    begun = targets[0].starts_on if targets else practice.starts_on
    start = measured[-1].ends_on + DAY if measured else begun
    if start is None or start > today:
        return {}
    months = MONTHS.get(Frequency(indicator.frequency))
    end = months_later(start, months) - DAY if months else today
    return {"starts_on": start, "ends_on": min(end, today)}


def last_half_year(today: date) -> tuple[date, date]:
    """The half of a calendar year that was over last."""
    if today.month > 6:
        return date(today.year, 1, 1), date(today.year, 6, 30)
    return date(today.year - 1, 7, 1), date(today.year - 1, 12, 31)


@dataclass(frozen=True, slots=True)
class Row:
    """One indicator at the end of a period."""

    indicator: Indicator
    baseline: Told
    target: Target | None
    period: Told
    """What was measured within the period; not known where nothing was."""
    point: Point | None
    """The last measurement within the period."""
    expected: Decimal | None
    """By the last day of the period, or of the last measurement within it."""


def report(practice: Practice, start: date, end: date, *, openly: bool) -> list[Row]:
    return [_row(indicator, start, end, openly=openly) for indicator in facts.indicators_in(practice.pk)]


def _row(indicator: Indicator, start: date, end: date, *, openly: bool) -> Row:
    inside = [
        point
        for point in points_of(indicator, openly=openly)
        if start <= point.measurement.starts_on and point.measurement.ends_on <= end
    ]
    point = inside[-1] if inside else None
    target = point.target if point else target_on(indicator, end)
    expected = line_of(indicator, target).expected(end) if target else None
    return Row(
        indicator=indicator,
        baseline=baseline_of(indicator, openly=openly),
        target=target,
        period=_within(indicator, inside, openly=openly),
        point=point,
        expected=point.expected if point else expected,
    )


def _within(indicator: Indicator, inside: list[Point], *, openly: bool) -> Told:
    if not inside:
        return Told(None, _("not measured in this period"))
    values = [one.measurement.value for one in inside if one.measurement.value is not None]
    adds = indicator.gathering == Gathering.ADDS
    return summed(indicator, values, openly=openly) if adds and values else inside[-1].period
