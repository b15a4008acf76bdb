"""Counting people so that nobody can be recognised: for every room that tells figures on participants."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from django.utils.translation import gettext as _

Key = TypeVar("Key")
FEW = 5
"""Counts of 1 to 4 are not told to those who do not work with the people (safety.md 2.4, 11: inside the house below 5)."""


@dataclass(frozen=True, slots=True)
class Share:
    """`part` of `whole`, both counted, because they are few. Where nothing was counted nothing is known, which is not zero."""

    part: int
    whole: int

    @property
    def value(self) -> float | None:
        """0 to 1."""
        return self.part / self.whole if self.whole else None


def is_small(count: int) -> bool:
    """Whether it could point to a person. Nobody is not small: where there is no one, no one is recognised."""
    return 0 < count < FEW


def shown(count: int, *, openly: bool = False) -> str:
    """The count in figures; a small one only where it may be told `openly`."""
    return str(count) if openly or not is_small(count) else _("fewer than 5")


def shown_together(counts: Mapping[Key, int], *, openly: bool) -> dict[Key, str]:
    """Counts whose sum is known: where only one is small, the smallest other is not shown either, else the one could be worked out."""
    told = {key: shown(count, openly=openly) for key, count in counts.items()}
    others = {key: count for key, count in counts.items() if count >= FEW}
    if not openly and others and sum(map(is_small, counts.values())) == 1:
        told[min(others, key=lambda key: others[key])] = _("not shown")
    return told
