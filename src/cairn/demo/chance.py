"""What happens by chance, the same each time for the same seed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import TypeVar

One = TypeVar("One")


class Chance:
    """The luck of one story. Each story has its own, so that a longer story of one person changes no other's."""

    def __init__(self, seed: int, story: str) -> None:
        self._random = Random(f"{seed} {story}")  # noqa: S311  # invents a demo, guards nothing

    def likely(self, share: float) -> bool:
        """True in that share of cases."""
        return self._random.random() < share

    def between(self, least: int, most: int) -> int:
        """A whole number, both ends included."""
        return self._random.randint(least, most)

    def one_of(self, *choices: One) -> One:
        return self._random.choice(choices)

    def some_of(self, choices: Sequence[One], count: int) -> list[One]:
        """So many different ones, or all where there are not so many; in the order in which they stand."""
        chosen = set(self._random.sample(range(len(choices)), min(count, len(choices))))
        return [one for place, one in enumerate(choices) if place in chosen]

    def weighted(self, weights: dict[One, int]) -> One:
        """One of the keys, as often as its weight says."""
        return self._random.choices(list(weights), list(weights.values()))[0]

    def days_after(self, day: date, least: int, most: int) -> date:
        return day + timedelta(days=self.between(least, most))
