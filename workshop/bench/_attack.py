"""What a reader works out from released tables, and nothing but them: their own linear programs, none of Cairn's.

Written apart from `cairn.releases`, so that a mistake there is not made twice: unknown here is how many had come of each crossing by
each day; the days are tied by saying that nobody leaves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

import highspy

Cell = tuple[str | None, ...]
"""One part of each group, or None for all of them."""


@dataclass(frozen=True)
class Page:
    """A table as it lies before the reader: for each cell the figure printed, or None for “hidden”."""

    day: int
    printed: dict[Cell, int | None]
    fives: bool


class Reader:
    def __init__(self, pages: Sequence[Page], groups: Sequence[Sequence[str]]) -> None:
        self.crossings = list(product(*groups))
        self.days = sorted({page.day for page in pages})
        self.solver = highspy.Highs()
        self.solver.silent()
        for _day in self.days:
            for _crossing in self.crossings:
                self.solver.addVar(0, highspy.kHighsInf)
        for page in pages:
            for cell, figure in page.printed.items():
                self._row(list(self._columns(cell, page.day)), *_range(figure, page.fives))
        for one, other in zip(self.days, self.days[1:], strict=False):
            for crossing in self.crossings:
                (then,), (later,) = self._columns(crossing, one), self._columns(crossing, other)
                self.solver.addRow(0, highspy.kHighsInf, 2, [then, later], [-1, 1])

    def range_of(self, cell: Cell, day: int, after: int | None = None) -> tuple[int, float]:
        """Of everyone who had come by the day, or came after another one."""
        wish = dict.fromkeys(self._columns(cell, day), 1)
        if after is not None:
            wish |= dict.fromkeys(self._columns(cell, after), -1)
        least, most = self._solved(wish, 1), -self._solved(wish, -1)
        return int(least + 1 - 1e-6), most if most == highspy.kHighsInf else int(most + 1e-6)

    def _solved(self, wish: dict[int, int], sign: int) -> float:
        for column in range(self.solver.getNumCol()):
            self.solver.changeColCost(column, sign * wish.get(column, 0))
        self.solver.run()
        status = self.solver.getModelStatus()
        if status == highspy.HighsModelStatus.kOptimal:
            return float(self.solver.getObjectiveValue())
        if status in {highspy.HighsModelStatus.kUnbounded, highspy.HighsModelStatus.kUnboundedOrInfeasible}:
            return -highspy.kHighsInf
        raise ArithmeticError(str(status))

    def _row(self, columns: list[int], low: float, high: float) -> None:
        self.solver.addRow(low, high, len(columns), columns, [1] * len(columns))

    def _columns(self, cell: Cell, day: int) -> Iterator[int]:
        first = self.days.index(day) * len(self.crossings)
        for place, crossing in enumerate(self.crossings):
            if all(part in {None, own} for part, own in zip(cell, crossing, strict=True)):
                yield first + place


def _range(figure: int | None, fives: bool) -> tuple[float, float]:
    if fives:
        return figure or 0, (figure or 0) + 4
    return (1, highspy.kHighsInf) if figure is None else (figure, figure)
