"""What several rules ask of a practice's objectives: what was measured, when it was entered, and how far it has moved."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from django.utils import timezone

from cairn.evidence.shape import Trace
from cairn.results import facts as results

if TYPE_CHECKING:
    from cairn.evidence.asking import Asking, Records
    from cairn.results.models import Indicator, Objective


def objectives_of(asking: Asking) -> list[Objective]:
    return _objectives(asking.records)


def figures_of(asking: Asking) -> results.Figures:
    return asking.records.once(_figures, asking.records)


def _objectives(records: Records) -> list[Objective]:
    return records.once(results.of_practice, records.practice.pk)


def _figures(records: Records) -> results.Figures:
    return results.figures_over(_objectives(records), records.today)


def indicators_of(asking: Asking) -> list[Indicator]:
    return [indicator for objective in objectives_of(asking) for indicator in objective.indicators.all()]


def measured(indicators: Iterable[Indicator], today: date) -> tuple[Trace, ...]:
    """Measurements with a value, by the last day of their period."""
    return tuple(
        Trace(one.ends_on, timezone.localdate(one.made_at))
        for indicator in indicators
        for one in indicator.measurements.all()
        if one.value is not None and one.ends_on <= today
    )


def moved(indicator: Indicator, today: date) -> Decimal:
    """The part of the way from where it began to its last target, 0 where nothing says; below 0 where it went back."""
    values = [
        one.value for one in indicator.measurements.all() if one.value is not None and one.ends_on <= today
    ]
    targets = list(indicator.targets.all())
    begun = indicator.baseline if indicator.gathering == "latest" else Decimal(0)
    if not values or not targets or begun is None or targets[-1].value == begun:
        return Decimal(0)
    now = sum(values, Decimal(0)) if indicator.gathering == "adds" else values[-1]
    way: Decimal = (now - begun) / (targets[-1].value - begun)
    return way
