"""What a rule asks the records of one practice with: each record kind is read once, however many rules ask."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from django.utils.translation import gettext_lazy as _

from cairn.evidence.blocks import exists
from cairn.evidence.enums import Side, Weight
from cairn.evidence.models import holding
from cairn.evidence.shape import Finding, Part, Task, Trace
from cairn.practices.days import months_later
from cairn.registers import facts as registers

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from cairn.practices.models import Practice
    from cairn.registers.facts import Row

Answer = TypeVar("Answer")
WINDOW = 12
"""Months that rules look back, where they say nothing else (evidence.md 4.1)."""


class Records:
    """One practice's records on one day, as they are asked for."""

    def __init__(self, practice: Practice, today: date) -> None:
        self.practice, self.today = practice, today
        self.since = months_later(today, -WINDOW)
        self._kept: dict[Any, Any] = {}

    def once(self, reads: Callable[..., Answer], *args: Any) -> Answer:
        """The answer of a fact of some room, read the first time that a rule asks."""
        key = (reads.__module__, reads.__qualname__, args)
        if key not in self._kept:
            self._kept[key] = reads(*args)
        return self._kept[key]  # type: ignore[no-any-return]  # kept as it was answered

    def rows(self, kind: str) -> list[Row]:
        """All records of a kind of register that existed by today, newest first."""
        key = ("rows", kind)
        if key not in self._kept:
            self._kept[key] = [
                row for row in registers.records(self.practice, kind) if _day(row) <= self.today
            ]
        return self._kept[key]  # type: ignore[no-any-return]

    def lately(self, kind: str, months: int = WINDOW) -> list[Row]:
        """Those that happened within the last months."""
        since = months_later(self.today, -months)
        return [row for row in self.rows(kind) if _day(row) > since]

    def statements(self, framework: str) -> dict[str, tuple[Trace, ...]]:
        """By item, what was signed of it and holds today."""
        key = ("statements", framework)
        if key not in self._kept:
            by_item: dict[str, tuple[Trace, ...]] = {}
            for one in holding(self.practice.pk, framework, self.today):
                by_item[one.item] = (*by_item.get(one.item, ()), Trace(one.signed_on, one.signed_on))
            self._kept[key] = by_item
        return self._kept[key]  # type: ignore[no-any-return]


@dataclass(frozen=True)
class Asking:
    """What a rule gets: the records, the item that is asked of, and its own limits for this practice."""

    records: Records
    framework: str
    item: str
    limits: Mapping[str, float]

    @property
    def practice(self) -> Practice:
        return self.records.practice

    @property
    def today(self) -> date:
        return self.records.today

    @property
    def since(self) -> date:
        """First day of the window."""
        return self.records.since

    def statements(self) -> tuple[Trace, ...]:
        """What people signed of this item and still holds."""
        return self.records.statements(self.framework).get(self.item, ())

    def limit(self, name: str) -> float:
        return self.limits[name]

    def number(self, name: str) -> int:
        """A limit that counts."""
        return int(self.limits[name])


def traced(rows: Iterable[Row], side: Side = Side.TEAM) -> tuple[Trace, ...]:
    """Records as traces: the day on which it happened, else on which it was entered."""
    return tuple(Trace(_day(row), row.entered_on, side) for row in rows)


def must(key: str, asks: str | Promise, found: Finding, *missing: Task) -> Part:
    """A needed part; what is missing is told only while it is not met."""
    return _part(key, Weight.MUST, asks, found, missing)


def should(key: str, asks: str | Promise, found: Finding, *missing: Task) -> Part:
    return _part(key, Weight.SHOULD, asks, found, missing)


def veto(key: str, asks: str | Promise, found: Finding) -> Part:
    return Part(key, Weight.VETO, asks, found)


def signing(asking: Asking) -> Task:
    """What to do where somebody has to say so."""
    return Task(_("Sign a statement on this item"), "evidence_sign", (asking.framework, asking.item))


def stated(asking: Asking, asks: str | Promise) -> Part:
    """What only a person can say: nothing else can support the item without it."""
    return _part("stated", Weight.STATEMENT, asks, exists(asking.statements()), (signing(asking),))


def _part(key: str, weight: Weight, asks: str | Promise, found: Finding, missing: tuple[Task, ...]) -> Part:
    return Part(key, weight, asks, found, () if found.verdict == "yes" else missing)


def _day(row: Row) -> date:
    """When it happened, was done or went out of use, else when it was entered."""
    return row.happened_on or row.closed_on or row.entered_on
