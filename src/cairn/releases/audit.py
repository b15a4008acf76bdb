"""The attack that a reader of released tables could make, made by us before they can: linear programming over all that was told.

Known to the attacker: every figure of every table ever released of the same people, withdrawn ones included, how they are rounded,
that a hidden figure of an exact table stands for somebody (nobody is told as nobody), and that people are whole and only ever join.
Two linear programs give the least and the most that each count, told or not, and each difference between two days can be.

A count is **disclosed** where the attacker is sure that it is small or that it may only be one of few numbers: its range
reaches below `FEW`, is not nobody for certain, and is narrower than `FEW` (where rounding itself tells a range of five numbers,
narrower than those). This is the sliding protection level of Fischetti and Salazar, "Solving the cell suppression problem on tabular
data with linear constraints" (Management Science 47, 2001), see Hundepool and others, "Statistical Disclosure Control" (2012),
chapter 4, asked of every count, also of those that are not small in truth, so that nothing but what was told decides.

Pure: it knows numbers only. Why: docs/decisions/0017.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import combinations, product
from typing import NamedTuple

import numpy as np

from cairn.participants.counting import FEW
from cairn.releases.disclosure import TOTAL, Told, division_of
from cairn.releases.program import Program, Row

Groups = Mapping[str, Sequence[str]]
"""What people can be divided by, with every part that there can be: {"sex": ["woman", "man"], "age": [...]}."""


@dataclass(frozen=True, slots=True)
class Published:
    """A table as it is read: counts of everyone who came from the day after `since` (None: from the beginning) to `until`."""

    title: str
    until: date
    counts: Told
    """A key such as `sex:woman|age:18-24` for each cell, and `total`. What a division leaves out is nobody."""
    rounded: bool = False
    """Down to fives; hidden below five."""
    since: date | None = None


class Whom(NamedTuple):
    """Whose number the attacker wants to know: the part of the people, and those who came after `since` and by `until`."""

    key: str
    since: date | None
    until: date


class Disclosed(NamedTuple):
    whom: Whom
    low: int
    high: int


class Revealed(NamedTuple):
    found: Disclosed
    beside: tuple[str, ...]
    """Titles of as few earlier tables as tell it: none, one, or all."""


class Audit:
    """Bounds of everything that follows from the tables. What becomes hidden afterwards widens them (`hide`)."""

    def __init__(self, tables: Sequence[Published], groups: Groups) -> None:
        self.tables = tables
        self.groups = groups
        self._days = sorted({table.until for table in tables} | {t.since for t in tables if t.since})
        self._program = Program(len(self._days) * len(self._atoms))
        self._rows = {
            (place, key): self._program.add(self._who(Whom(key, table.since, table.until)), *limits)
            for place, table in enumerate(tables)
            for key, limits in self._limits(table)
        }
        self._low = np.full(len(self.counts), np.inf)
        self._high = np.full(len(self.counts), -np.inf)

    @property
    def consistent(self) -> bool:
        """Whether the tables can all be true of people who only ever join: not where a count was corrected in between."""
        return self._program.solved() is not None

    def hide(self, place: int, key: str) -> None:
        """As if the table at that place did not tell this cell."""
        self._program.limit(self._rows[place, key], 1, None)

    def disclosed(self) -> Iterator[Disclosed]:
        return (found for found in map(self.narrow, self.counts) if found)

    def narrow(self, whom: Whom) -> Disclosed | None:
        """Its range, where it is disclosed, and not as closely by the other tables without the first: what is out is out."""
        found = self.known(whom)
        return None if found and self._others and found == self._others.known(whom) else found

    def known(self, whom: Whom) -> Disclosed | None:
        """Its range, where it is disclosed by all tables. Solutions seen so far often show already that it is not."""
        place, need = self._places.get(whom), self._need(whom)
        if place is None or self._high[place] - self._low[place] >= need:
            return None
        high = self._extreme(self._who(whom), least=False)
        if high == 0 or high - self._low[place] >= need:
            return None
        low = self._extreme(self._who(whom), least=True)
        return Disclosed(whom, low, high) if low < FEW and high - low < need else None

    @cached_property
    def _others(self) -> Audit | None:
        return Audit(self.tables[1:], self.groups) if len(self.tables) > 1 else None

    @cached_property
    def counts(self) -> list[Whom]:
        """Every part of the people that a table divides, and those parts crossed, until each day and between any two days.

        The day after which a table begins is one of them: who had come by then is what is left of all.
        """
        named = {name for table in self.tables for key in table.counts for name in division_of(key)}
        used = [name for name in self.groups if name in named]
        keys = [
            key
            for size in range(len(used) + 1)
            for names in combinations(used, size)
            for key in self._keys(names)
        ]
        spans = [(None, day) for day in self._days] + list(combinations(self._days, 2))
        return [Whom(key, since, until) for key in keys for since, until in spans]

    @cached_property
    def _atoms(self) -> list[dict[str, str]]:
        return [dict(zip(self.groups, parts, strict=True)) for parts in product(*self.groups.values())]

    def _keys(self, names: Iterable[str]) -> list[str]:
        return [
            key_of(dict(zip(names, parts, strict=True)))
            for parts in product(*(self.groups[n] for n in names))
        ]

    def _who(self, whom: Whom) -> Row:
        """One for each variable that it adds up: those who came in that time, of each crossing of all parts."""
        asked = parts_of(whom.key)
        atoms = np.array([asked.items() <= atom.items() for atom in self._atoms], dtype=float)
        days = [day <= whom.until and (whom.since is None or day > whom.since) for day in self._days]
        return np.outer(days, atoms).ravel()

    def _limits(self, table: Published) -> Iterator[tuple[str, tuple[int, int | None]]]:
        """Of every cell of every division that the table has; what it leaves out is nobody."""
        divisions = {division_of(key) for key in table.counts}
        for names in sorted(divisions):
            for key in self._keys(names):
                yield key, _limit(table.counts.get(key, 0), table.rounded)

    def _need(self, whom: Whom) -> int:
        ends = {whom.since, whom.until} - {None}
        return FEW - any(table.rounded and ends & {table.since, table.until} for table in self.tables)

    def _extreme(self, who: Row, *, least: bool) -> int:
        solution = self._program.solved(who if least else -who)
        if solution is None:
            raise ValueError("No people fit all these tables: ask whether they are consistent first.")
        seen = self._all @ solution
        np.minimum(self._low, seen, out=self._low)
        np.maximum(self._high, seen, out=self._high)
        return int(who @ solution)

    @cached_property
    def _places(self) -> dict[Whom, int]:
        return {whom: place for place, whom in enumerate(self.counts)}

    @cached_property
    def _all(self) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
        return np.array([self._who(whom) for whom in self.counts])


def _limit(told: int | None, rounded: bool) -> tuple[int, int | None]:
    if rounded:
        return (told or 0, (told or 0) + FEW - 1)
    return (1, None) if told is None else (told, told)


def key_of(parts: Mapping[str, str]) -> str:
    return "|".join(f"{name}:{value}" for name, value in parts.items()) or TOTAL


def parts_of(key: str) -> dict[str, str]:
    return {} if key == TOTAL else dict(part.split(":", 1) for part in key.split("|"))


def linked(
    table: Published, earlier: Sequence[Published], groups: Groups
) -> tuple[list[Published], list[Published]]:
    """The table with the earlier ones that can be true beside it, and those that cannot, because a count was corrected since."""
    together, apart = [table], []
    for one in earlier:
        if Audit([*together, one], groups).consistent:
            together.append(one)
        else:
            apart.append(one)
    return together, apart


def revealed(together: Sequence[Published], groups: Groups) -> Revealed | None:
    """The first that an attack finds on tables that can all be true, of which the first is the new one."""
    found = next(Audit(together, groups).disclosed(), None)
    return Revealed(found, _beside(together, groups)) if found else None


def _beside(together: Sequence[Published], groups: Groups) -> tuple[str, ...]:
    table, *earlier = together
    for some in ([], *([one] for one in earlier)):
        if any(Audit([table, *some], groups).disclosed()):
            return tuple(one.title for one in some)
    return tuple(one.title for one in earlier)
