"""How an indicator goes: what was measured beside the line towards the target, as a chart. The table beside it says the same."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cairn import charts
from cairn.results.enums import Measure
from cairn.results.reckoning import line_of, plain, said

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from cairn.results.models import Indicator, Target
    from cairn.results.reckoning import Point


def course(indicator: Indicator, points: Sequence[Point]) -> charts.Chart:
    """Empty where nothing is measured and no target is set."""
    lines = [(line_of(indicator, target), target) for target in indicator.targets.all()]
    known = [(one.measurement.ends_on, one.actual.value) for one in points if one.actual.value is not None]
    values = [value for line, _target in lines for value in (line.begin, line.end) if value is not None]
    top = max([*values, *(value for _day, value in known), Decimal(1)])
    return charts.Chart(
        series=[
            charts.Series(
                [charts.Dot(day, float(value), _words(indicator, day, value)) for day, value in known]
            )
        ],
        ways=[
            charts.Way(line.starts_on, float(line.begin), line.due_on, float(line.end))
            for line, _target in lines
            if line.begin is not None and not line.at_once
        ],
        marks=[_mark(indicator, target) for _line, target in lines],
        top=float(top),
        scale=list(_scale(indicator, top)),
        title=_("How it goes: %(indicator)s") % {"indicator": indicator},
        desc=_(
            "Measured values as dots on a full line, the way to the target as a dashed line, targets as diamonds. The table below says the same."
        ),
    )


def _words(indicator: Indicator, day: date, value: Decimal) -> str:
    return f"{date_format(day, 'SHORT_DATE_FORMAT')}: {said(indicator, value)}"


def _mark(indicator: Indicator, target: Target) -> charts.Mark:
    words = _("Target: %(value)s") % {"value": said(indicator, target.value)}
    return charts.Mark(target.due_on, float(target.value), words)


def _scale(indicator: Indicator, top: Decimal) -> Iterable[tuple[float, str]]:
    if indicator.measure == Measure.YES_NO:
        return [(0, said(indicator, Decimal(0))), (float(top), said(indicator, top))]
    return [(float(value), plain(value.quantize(Decimal("0.1")))) for value in (Decimal(0), top / 2, top)]
