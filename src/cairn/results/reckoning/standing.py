"""How an indicator stands: what was measured beside what should have been, for one reader. Reads only what is loaded already."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from cairn.practices.days import months_later
from cairn.results.enums import MONTHS, Direction, Frequency, Gathering, Measure, Status
from cairn.results.models import Indicator, Measurement, Target
from cairn.results.reckoning.line import Line, Variance, variance
from cairn.results.reckoning.telling import Told, of_period, summed, told

GRACE = timedelta(days=30)
"""After the day on which a measurement was due it is late (evidence rules, E2.1: a report per six months, give or take 30 days)."""


@dataclass(frozen=True, slots=True)
class Point:
    """One measurement against the target of its time."""

    measurement: Measurement
    period: Told
    """What was measured in the period."""
    actual: Told
    """Where that leaves the indicator at the end of the period."""
    at_least: bool
    """A period before it is not known, so that the sum is what is known only."""
    target: Target | None
    expected: Decimal | None
    variance: Variance | None
    way: Decimal | None
    """Per cent of the way that should have been made."""
    status: Status

    @property
    def asks_reason(self) -> bool:
        return bool(self.variance and self.variance.notable and not self.measurement.variance_reason)


@dataclass(frozen=True, slots=True)
class Standing:
    """An indicator as it stands by its newest known measurement; where there is none, `point` is None."""

    indicator: Indicator
    point: Point | None
    target: Target | None
    expected: Decimal | None
    status: Status
    due_on: date | None
    """When the next measurement is due; None where nothing says when it begins."""
    late: bool


def line_of(indicator: Indicator, target: Target) -> Line:
    """What adds up or counts from the beginning is nothing on the evening before; everything else begins at the baseline."""
    counted = indicator.gathering != Gathering.LATEST
    return Line(
        begin=Decimal(0) if counted else indicator.baseline,
        starts_on=target.starts_on,
        end=target.value,
        due_on=target.due_on,
        downwards=indicator.direction == Direction.DOWN,
        at_once=indicator.measure == Measure.YES_NO,
    )


def target_on(indicator: Indicator, day: date) -> Target | None:
    """The one that is due next; after the last, the last."""
    targets = list(indicator.targets.all())
    return next((target for target in targets if target.due_on >= day), targets[-1] if targets else None)


def points_of(indicator: Indicator, *, openly: bool) -> list[Point]:
    """Every measurement, oldest first."""
    measured = list(indicator.measurements.all())
    return [_point(indicator, measured[: place + 1], openly=openly) for place in range(len(measured))]


def _point(indicator: Indicator, until: list[Measurement], *, openly: bool) -> Point:
    newest = until[-1]
    newest.indicator = indicator
    target = target_on(indicator, newest.ends_on)
    counted = [one for one in until if target is None or one.starts_on >= target.starts_on]
    adds = indicator.gathering == Gathering.ADDS
    period = of_period(newest, openly=openly)
    known = [one.value for one in counted if one.value is not None]
    actual = (
        summed(indicator, known, openly=openly) if adds and newest.value is not None and known else period
    )
    line = line_of(indicator, target) if target else None
    expected = line.expected(newest.ends_on) if line else None
    value = actual.value
    return Point(
        measurement=newest,
        period=period,
        actual=actual,
        at_least=adds and len(known) < len(counted),
        target=target,
        expected=expected,
        variance=None if value is None or expected is None else variance(value, expected),
        way=line.way(value, newest.ends_on) if line and value is not None else None,
        status=_status(line, actual, newest.ends_on),
    )


def _status(line: Line | None, actual: Told, day: date) -> Status:
    if actual.hidden:
        return Status.TOO_FEW
    if actual.value is None:
        return Status.UNKNOWN
    return line.status(actual.value, day) if line else Status.NO_TARGET


def standing(
    indicator: Indicator, *, openly: bool, today: date, points: list[Point] | None = None
) -> Standing:
    """`points` where they are known already."""
    points = points_of(indicator, openly=openly) if points is None else points
    known = next((point for point in reversed(points) if point.measurement.value is not None), None)
    target = known.target if known else target_on(indicator, today)
    expected = line_of(indicator, target).expected(today) if target else None
    due_on = next_due(indicator)
    return Standing(
        indicator=indicator,
        point=known,
        target=target,
        expected=known.expected if known else expected,
        status=known.status if known else (Status.UNKNOWN if target else Status.NO_TARGET),
        due_on=due_on,
        late=due_on is not None and due_on + GRACE < today,
    )


def next_due(indicator: Indicator) -> date | None:
    """The last day of the next period to be measured: so many months after the last one, or after the first target begins."""
    targets, measured = list(indicator.targets.all()), list(indicator.measurements.all())
    if indicator.frequency == Frequency.ONCE:
        return targets[-1].due_on if targets and not measured else None
    if measured:
        return months_later(measured[-1].ends_on, MONTHS[Frequency(indicator.frequency)])
    begun = min((target.starts_on for target in targets), default=None)
    return months_later(begun, MONTHS[Frequency(indicator.frequency)]) if begun else None


def baseline_of(indicator: Indicator, *, openly: bool) -> Told:
    return told(indicator, indicator.baseline, openly=openly)
