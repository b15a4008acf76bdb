"""Reckoning with targets: pure, on decimals and days. Why so: docs/decisions/0011-results.md."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from cairn.results.enums import Status

TENTH = Decimal("0.1")
NOTABLE = Decimal(20)
"""From so many per cent off what was expected on, a reason is asked for (evidence rules, E2.1)."""
NEAR = Decimal(90)
"""Per cent of the way that should have been made, from which an indicator is on track (evidence rules, E2.3)."""


@dataclass(frozen=True, slots=True)
class Line:
    """Where an indicator is to go: from a value on one day to a value on another.

    The time-proportional target is the straight line between the two, as at the end of a day. Nothing is expected before the
    first day, and from the last day on the whole target is. Where it is not known where the line begins, or where there is
    nothing between no and yes (`at_once`), nothing is expected before the last day either.
    """

    begin: Decimal | None
    """On the evening before the first day; None where it is not known."""
    starts_on: date
    end: Decimal
    due_on: date
    downwards: bool = False
    """Less is better."""
    at_once: bool = False

    @property
    def ceiling(self) -> bool:
        """Whether the target is not to be passed: less is better, and values only ever grow towards it, as incidents do."""
        return self.downwards and self.begin is not None and self.end >= self.begin

    def expected(self, day: date) -> Decimal | None:
        """What should have been reached at the end of a day, with one decimal until the target's own day."""
        if day >= self.due_on:
            return self.end
        if day < self.starts_on or self.begin is None or self.at_once:
            return None
        gone, days = (day - self.starts_on).days + 1, (self.due_on - self.starts_on).days + 1
        return (self.begin + (self.end - self.begin) * gone / days).quantize(TENTH)

    def way(self, actual: Decimal, day: date) -> Decimal | None:
        """Per cent of the way that should have been made by then; more than 100 where it is further.

        It is counted from where the line begins, so that a value that has not moved has made no way. Below a ceiling, and
        where it is not known where the line begins, it is 100 or 0: the value keeps to what is expected or not.
        """
        expected = self.expected(day)
        if expected is None:
            return None
        if self.ceiling or self.begin is None or self.begin == expected:
            return Decimal(100 if self._keeps(actual, expected) else 0)
        return ((actual - self.begin) * 100 / (expected - self.begin)).quantize(TENTH)

    def _keeps(self, actual: Decimal, mark: Decimal) -> bool:
        return actual <= mark if self.downwards else actual >= mark

    def status(self, actual: Decimal, day: date) -> Status:
        if self._keeps(actual, self.end) and (day >= self.due_on or not self.ceiling):
            return Status.REACHED
        way = self.way(actual, day)
        if way is None:
            return Status.NOT_YET
        return Status.ON_TRACK if way >= NEAR else Status.BEHIND


@dataclass(frozen=True, slots=True)
class Variance:
    """What was measured less what was expected."""

    value: Decimal
    percent: Decimal | None
    """Of what was expected; None where that is nothing."""

    @property
    def notable(self) -> bool:
        return self.percent is not None and abs(self.percent) > NOTABLE


def variance(actual: Decimal, expected: Decimal) -> Variance:
    off = actual - expected
    return Variance(off, (off * 100 / abs(expected)).quantize(TENTH) if expected else None)
