"""What a rule asks the records of one practice with: each record kind is read once, however many rules ask."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from cairn.evidence.blocks import exists
from cairn.evidence.enums import Side, Weight
from cairn.evidence.models import holding
from cairn.evidence.shape import Finding, Part, Task, Trace
from cairn.evidence.watching import PRACTICE, RECORD, watched
from cairn.practices.days import months_later
from cairn.registers import facts as registers

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from cairn.practices.models import Practice
    from cairn.registers.facts import Row

Answer = TypeVar("Answer")
WORD = re.compile(r"\w+")
WINDOW = 12
"""Months that rules look back, where they say nothing else (evidence.md 4.1)."""


class Records:
    """One practice's records on one day, as they are asked for; it knows what each answer was read from."""

    def __init__(self, practice: Practice, today: date, *, all_kinds: bool = False) -> None:
        """With `all_kinds` registers are read at once, for all rules; else each kind when it is asked for."""
        self.practice, self.today = practice, today
        self._by_kind = registers.by_kind(practice) if all_kinds else None
        self.since = months_later(today, -WINDOW)
        self.loose = frozenset({PRACTICE})
        """What was read past the answers: it may stand behind any of them."""
        self._kept: dict[Any, tuple[Any, frozenset[str]]] = {}
        self._heard: set[str] = set()
        self._read: set[str] = set()

    def hear(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        """Wraps every query while rules are asked, and notes the tables in it."""
        self._heard.update(WORD.findall(sql))
        return execute(sql, params, many, context)

    def begin(self) -> None:
        """The next rule is asked."""
        self._read = set()

    def read(self) -> frozenset[str]:
        """What the answers to this rule were read from."""
        self.loose |= self._heard & watched().keys()
        self._heard = set()
        return frozenset(self._read)

    def once(self, reads: Callable[..., Answer], *args: Any) -> Answer:
        """The answer of a fact of some room, read the first time that a rule asks."""
        key = (reads.__module__, reads.__qualname__, args)
        return self._answer(key, lambda: reads(*args))

    def some(self, fields: str, reads: Callable[..., QuerySet[Any]], *args: Any) -> list[Any]:
        """Of what such a fact finds, these fields by their names: whole models cost several times as much."""
        key = (reads.__module__, reads.__qualname__, args, fields)
        return self._answer(key, lambda: list(reads(*args).values_list(*fields.split(), named=True)))

    def rows(self, kind: str) -> list[Row]:
        """All records of a kind of register that existed by today, newest first."""
        return self._answer(("rows", kind), lambda: self._rows(kind), f"{RECORD}:{kind}")

    def _rows(self, kind: str) -> list[Row]:
        there = (
            registers.records(self.practice, kind) if self._by_kind is None else self._by_kind.get(kind, ())
        )
        return [row for row in there if _day(row) <= self.today]

    def lately(self, kind: str, months: int = WINDOW) -> list[Row]:
        """Those that happened within the last months."""
        since = months_later(self.today, -months)
        return [row for row in self.rows(kind) if _day(row) > since]

    def statements(self, framework: str) -> dict[str, tuple[Trace, ...]]:
        """By item, what was signed of it and holds today."""
        return self._answer(("statements", framework), lambda: self._statements(framework))

    def _statements(self, framework: str) -> dict[str, tuple[Trace, ...]]:
        by_item: dict[str, tuple[Trace, ...]] = {}
        for one in holding(self.practice.pk, framework, self.today):
            by_item[one.item] = (*by_item.get(one.item, ()), Trace(one.signed_on, one.signed_on))
        return by_item

    def _answer(self, key: Any, reads: Callable[[], Answer], source: str = "") -> Answer:
        """Read the first time. `source` stands for the tables, where it says more exactly what was read."""
        if key not in self._kept:
            before = self._heard, self._read
            self._heard, self._read = set(), set()
            answer = reads()
            if isinstance(answer, QuerySet):
                len(answer)  # now, so that it is heard what it reads
            tables = {source} if source else self._heard & watched().keys()
            self._kept[key] = answer, frozenset(tables | self._read)  # an answer may rest on others
            self._heard, self._read = before
        answer, sources = self._kept[key]
        self._read |= sources
        return answer


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
    return tuple(Trace(_day(row), row.entered_on, side, row.id) for row in rows)


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
