"""How often the labelled passage is among the first ones, with an interval. Nothing here needs a database."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

PLACES = (1, 3, 5)
Z = 1.959964
"""The 97.5 % point of the normal distribution, for intervals of 95 %."""


@dataclass(frozen=True)
class Case:
    """One item in one language: the passages that bear on it by the labels, and those shown, best first."""

    language: str
    node_id: str
    right: frozenset[int]
    shown: tuple[int, ...]


@dataclass(frozen=True)
class Share:
    """`hits` of `of`, with the interval of E. B. Wilson (1927) at 95 %; without any, there is none."""

    hits: int
    of: int

    @property
    def interval(self) -> tuple[float, float]:
        share, room = self.hits / self.of, Z * Z / self.of
        middle = (share + room / 2) / (1 + room)
        half = Z / (1 + room) * math.sqrt(share * (1 - share) / self.of + room / (4 * self.of))
        return max(0.0, middle - half), min(1.0, middle + half)

    def __str__(self) -> str:
        if not self.of:
            return "-"
        low, high = self.interval
        return f"{self.hits / self.of:.2f} ({low:.2f}-{high:.2f})"


@dataclass(frozen=True)
class Figures:
    found: Mapping[int, Share]
    """By place k: labels whose passage is among the first k."""
    vain: Share
    """Items without a passage for which something is shown all the same."""
    beside: Share
    """Items of all for which anything but the labelled passage is shown: what each would show if that one were not there."""


def figures(cases: Iterable[Case]) -> Figures:
    """Each label counts once: R@k is the share of labels whose passage is among the first k that are shown."""
    cases = list(cases)
    labels = [(passage, case.shown) for case in cases for passage in case.right]
    empty = [case for case in cases if not case.right]
    return Figures(
        {k: Share(sum(passage in shown[:k] for passage, shown in labels), len(labels)) for k in PLACES},
        Share(sum(bool(case.shown) for case in empty), len(empty)),
        Share(sum(not case.right.issuperset(case.shown) for case in cases), len(cases)),
    )


def halves(cases: Sequence[Case]) -> tuple[list[Case], list[Case]]:
    """One half to choose a limit by and one to report on: every second case, in the order of the labels."""
    return list(cases[::2]), list(cases[1::2])
