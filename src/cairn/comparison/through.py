"""One practice through time: what became better, worse or open from one assessment to the next. Pure values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from django.utils.translation import gettext_lazy as _

from cairn.comparison.beside import Comparison, Item, Mark
from cairn.frameworks.enums import Standing

RANK = {Standing.NOT_MET.value: 0, Standing.PARTLY.value: 1, Standing.MET.value: 2}
"""The standings that can be better or worse than one another."""


class Turn(StrEnum):
    SAME = ""
    BETTER = "better"
    WORSE = "worse"
    DECIDED = "decided"
    """Undecided before."""
    OPEN = "open"
    """Decided before."""
    OTHER = "other"
    """Another level of the same standing, or one that is neither better nor worse."""

    @property
    def label(self) -> str:
        return str(TURNS[self])


TURNS = {
    Turn.SAME: "",
    Turn.BETTER: _("Better than before"),
    Turn.WORSE: _("Worse than before"),
    Turn.DECIDED: _("Newly decided"),
    Turn.OPEN: _("No longer decided"),
    Turn.OTHER: _("Changed"),
}


@dataclass(frozen=True, slots=True)
class Step:
    mark: Mark
    turn: Turn


@dataclass(frozen=True, slots=True)
class Course:
    """One item through all assessments, oldest first."""

    item: Item
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Balance:
    """How many items turned which way between two assessments that follow one another."""

    better: int
    worse: int
    decided: int
    open: int


def course_of(item: Item) -> Course:
    turns = [turn(before, after) for before, after in pairwise(item.marks)]
    steps = (Step(mark, way) for mark, way in zip(item.marks, [Turn.SAME, *turns], strict=True))
    return Course(item, tuple(steps))


def turn(before: Mark, after: Mark) -> Turn:
    if (before.standing, before.level) == (after.standing, after.level):
        return Turn.SAME
    if before.standing in RANK and after.standing in RANK:
        return _ranked(RANK[after.standing] - RANK[before.standing])
    if before.standing == Standing.UNKNOWN and after.standing in RANK:
        return Turn.DECIDED
    if before.standing in RANK and after.standing == Standing.UNKNOWN:
        return Turn.OPEN
    return Turn.OTHER


def _ranked(more: int) -> Turn:
    if more == 0:
        return Turn.OTHER
    return Turn.BETTER if more > 0 else Turn.WORSE


def balances(comparison: Comparison) -> Iterator[Balance]:
    """One for each assessment but the first."""
    turns: Sequence[tuple[Turn, ...]] = [
        tuple(step.turn for step in course_of(item).steps[1:]) for item in comparison.items
    ]
    for column in zip(*turns, strict=True):
        yield Balance(*(column.count(way) for way in (Turn.BETTER, Turn.WORSE, Turn.DECIDED, Turn.OPEN)))
