"""Which document bears which codes, as arrays: a copy in every process, so that facets are counted without the database.

Some 60 MB for 100,000 documents that bear a dozen codes each. After something was published or withdrawn only what is new is read.
"""

# ruff: noqa: S608
# SQL is put together here from our own pieces only.

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from threading import Lock
from typing import Any

import numpy as np
from django.db import connection

from cairn.search.engines import engine
from cairn.search.models import Code, Ledger

Numbers = np.ndarray[Any, np.dtype[np.int64]]
Truths = np.ndarray[Any, np.dtype[np.bool_]]
UNKNOWN = -1
"""A year that nobody wrote down."""
EVERYTHING = 2**31
"""A limit that limits nothing: with one, a database keeps the query inside in the order that it says."""
AT_ONCE = 500
"""Documents asked for by their ids in one question; beyond, everything is read anew."""


@dataclass(frozen=True)
class Shelf:
    """Documents are told by their rows here: the places of their ids, which ascend."""

    stamp: str
    settled: bool
    """Whether it was read outside of any transaction. What one wrote may be taken back, and its ids used again."""
    ids: Numbers
    first_year: Numbers
    last_year: Numbers
    bearers: Numbers
    """Ids of documents, ascending, each as often as it bears codes: `codes` are these."""
    codes: Numbers
    names: Mapping[int, tuple[str, str]]
    """Axis and code by the code's number."""

    @cached_property
    def numbers(self) -> dict[tuple[str, str], int]:
        return {name: number for number, name in self.names.items()}

    @cached_property
    def axes(self) -> dict[str, Numbers]:
        """The numbers of each axis's codes."""
        grouped: dict[str, list[int]] = {}
        for number, (axis, _code) in self.names.items():
            grouped.setdefault(axis, []).append(number)
        return {axis: np.array(numbers, np.int64) for axis, numbers in grouped.items()}

    @cached_property
    def by_title(self) -> Numbers:
        """Rows in the order of their titles. Read, like `by_age`, when first asked for."""
        return self._ordered("sort_title, id")

    @cached_property
    def by_age(self) -> Numbers:
        """Rows, the longest published first."""
        return self._ordered("published_at, id")

    def _ordered(self, order: str) -> Numbers:
        sql = f"SELECT id AS a FROM (SELECT id FROM search_document ORDER BY {order} LIMIT %s) ordered"
        (ids,) = columns(sql, [EVERYTHING], wide=1)
        return self.row_of(ids[self.known(ids)])

    @cached_property
    def everywhere(self) -> Numbers:
        """How many documents bear each code, by the code's number."""
        return np.bincount(self.codes, minlength=max(self.names, default=0) + 1)

    @cached_property
    def begins(self) -> Numbers:
        """Where in `codes` those of each row begin."""
        return np.searchsorted(self.bearers, self.ids)

    @cached_property
    def ends(self) -> Numbers:
        return np.searchsorted(self.bearers, self.ids, side="right")

    @cached_property
    def _by_code(self) -> tuple[Numbers, Numbers]:
        order = np.argsort(self.codes, kind="stable")
        return self.codes[order], self.row_of(self.bearers[order])

    def row_of(self, ids: Numbers) -> Numbers:
        return np.searchsorted(self.ids, ids)

    def known(self, ids: Numbers) -> Truths:
        """Which of the ids are here: others went meanwhile."""
        if not self.ids.size:
            return np.zeros(ids.size, bool)
        known: Truths = self.ids[np.minimum(self.row_of(ids), self.ids.size - 1)] == ids
        return known

    def bearing(self, axis: str, codes: Iterable[str]) -> Truths:
        """For every row whether it bears any of the codes."""
        borne = np.zeros(self.ids.size, bool)
        sorted_codes, rows = self._by_code
        for code in codes:
            number = self.numbers.get((axis, code), -1)
            borne[rows[slice(*np.searchsorted(sorted_codes, [number, number + 1]))]] = True
        return borne

    def counted(self, rows: Numbers) -> Numbers:
        """How many of the rows bear each code, by the code's number."""
        if rows.size == self.ids.size:
            return self.everywhere
        begins = self.begins[rows]
        lengths = self.ends[rows] - begins
        # Each row's places in `codes`, one row's after the other's.
        shift = np.repeat(begins - (np.cumsum(lengths) - lengths), lengths)
        places = shift + np.arange(shift.size)
        return np.bincount(self.codes[places], minlength=max(self.names, default=0) + 1)

    def by_count(self, axis: str, counts: Numbers) -> tuple[tuple[str, int], ...]:
        """The axis's codes that are borne at all, the commonest first."""
        numbers = self.axes.get(axis, np.empty(0, np.int64))
        found = [
            (self.names[number][1], int(counts[number])) for number in numbers[counts[numbers] > 0].tolist()
        ]
        return tuple(sorted(found, key=lambda one: (-one[1], one[0])))


_lock = Lock()
_kept: dict[str, Shelf] = {}


def shelf() -> Shelf:
    """As it is now."""
    stamp = Ledger.objects.values_list("stamp", flat=True).first() or ""
    with _lock:
        if stamp not in _kept:
            kept = _read(stamp, next(iter(_kept.values()), None))
            _kept.clear()
            _kept[stamp] = kept
        return _kept[stamp]


def columns(sql: str, values: Sequence[str | int] = (), *, wide: int) -> tuple[Numbers, ...]:
    """The columns of a query whose columns are called a, b, c, …, all whole numbers: hundreds of thousands in no time,
    since each column comes as one text and not as that many rows.
    """
    lists = ", ".join(engine().LIST % name for name in "abc"[:wide])
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {lists} FROM ({sql}) listed", values)
        texts = cursor.fetchone()
    return tuple(np.fromstring(text or "", np.int64, sep=",") for text in texts)


def _read(stamp: str, former: Shelf | None) -> Shelf:
    (ids,) = columns("SELECT id AS a FROM search_document", wide=1)
    ids.sort()
    new = ids[~former.known(ids)] if former else ids
    if former is None or not former.settled or new.size > AT_ONCE:
        return _shelf(stamp, _documents("", ()), _tags("", ()))
    marks, values = ", ".join(["%s"] * new.size) or "NULL", new.tolist()
    kept = np.isin(former.ids, ids, assume_unique=True)
    still = (former.ids, former.first_year, former.last_year)
    held = kept[former.row_of(former.bearers)]
    return _shelf(
        stamp,
        _joined([column[kept] for column in still], _documents(f"WHERE id IN ({marks})", values)),
        _joined([former.bearers[held], former.codes[held]], _tags(f"WHERE document_id IN ({marks})", values)),
    )


def _joined(olds: Sequence[Numbers], news: Sequence[Numbers]) -> tuple[Numbers, ...]:
    return tuple(np.concatenate(both) for both in zip(olds, news, strict=True))


def _documents(where: str, values: Sequence[int]) -> tuple[Numbers, ...]:
    return columns(
        f"SELECT id AS a, COALESCE(first_year, {UNKNOWN}) AS b, COALESCE(last_year, {UNKNOWN}) AS c"
        f" FROM search_document {where}",
        values,
        wide=3,
    )


def _tags(where: str, values: Sequence[int]) -> tuple[Numbers, ...]:
    return columns(f"SELECT document_id AS a, code_id AS b FROM search_tag {where}", values, wide=2)


def _shelf(stamp: str, documents: Sequence[Numbers], tags: Sequence[Numbers]) -> Shelf:
    in_order = np.argsort(documents[0], kind="stable")
    by_bearer = np.argsort(tags[0], kind="stable")
    names = {pk: (axis, code) for pk, axis, code in Code.objects.values_list("pk", "axis", "code")}
    ids, first_year, last_year = (column[in_order] for column in documents)
    return Shelf(
        stamp=stamp,
        settled=not connection.in_atomic_block,
        ids=ids,
        first_year=first_year,
        last_year=last_year,
        bearers=tags[0][by_bearer],
        codes=tags[1][by_bearer],
        names=names,
    )
