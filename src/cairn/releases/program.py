"""Linear programs over whole numbers of people, by HiGHS (https://highs.dev): few lines between its interface and ours."""

from __future__ import annotations

from typing import TypeAlias

import highspy
import numpy as np

Row: TypeAlias = np.ndarray[tuple[int], np.dtype[np.float64]]
MOST = 10_000
"""No variable is larger: a practice has fewer people."""
ROUNDING = 1e-6
PRIMAL = 4
"""Of HiGHS: where only the wish changes, the last solution still fits, and this method goes on from there."""


class Program:
    """Variables are whole, at least nobody. Solving again with another wish starts from the last solution, which is fast."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._solver = highspy.Highs()  # type: ignore[no-untyped-call]
        self._solver.setOptionValue("output_flag", False)
        self._solver.setOptionValue("threads", 1)
        self._solver.setOptionValue("simplex_strategy", PRIMAL)
        self._solver.addVars(size, np.zeros(size), np.full(size, float(MOST)))
        self._columns = np.arange(size, dtype=np.int32)
        self._rows = 0

    def add(self, who: Row, low: int, high: int | None) -> int:
        """The sum of `who` lies between; returns the number of the row."""
        places = np.flatnonzero(who).astype(np.int32)
        self._solver.addRow(low, _high(high), len(places), places, who[places])
        self._rows += 1
        return self._rows - 1

    def limit(self, row: int, low: int, high: int | None) -> None:
        self._solver.changeRowBounds(row, low, _high(high))

    def solved(self, least: Row | None = None) -> Row | None:
        """Whole numbers that fit all rows, with the least sum of `least`; None where none fit.

        Corners of tables of two dimensions are whole by themselves; only where one is not, whole numbers are searched for."""
        self._solver.changeColsCost(
            self._size, self._columns, np.zeros(self._size) if least is None else least
        )
        found = self._run()
        if found is None or np.abs(found - found.round()).max() < ROUNDING:
            return None if found is None else found.round()
        return self._whole()

    def _whole(self) -> Row | None:
        self._integral(highspy.HighsVarType.kInteger)
        found = self._run()
        self._integral(highspy.HighsVarType.kContinuous)
        return None if found is None else found.round()

    def _integral(self, kind: highspy.HighsVarType) -> None:
        self._solver.changeColsIntegrality(self._size, self._columns, np.full(self._size, kind))

    def _run(self) -> Row | None:
        self._solver.run()
        if self._solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        return np.array(self._solver.getSolution().col_value)


def _high(high: int | None) -> float:
    return highspy.kHighsInf if high is None else high
