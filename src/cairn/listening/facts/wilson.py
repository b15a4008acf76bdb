"""How sure a share is that was counted among few."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from cairn.participants.counting import Share

ENOUGH = 10
"""Under so many answers counts are told and no per cent, and no interval."""
Z = 1.959964
"""Of 95 %."""


class Interval(NamedTuple):
    low: float
    high: float


def interval(share: Share) -> Interval | None:
    """Between which shares the true one lies, 95 times of 100 (Wilson 1927); None under ten answers."""
    if share.whole < ENOUGH:
        return None
    part, whole = share.part / share.whole, share.whole
    middle = part + Z * Z / (2 * whole)
    spread = Z * sqrt(part * (1 - part) / whole + Z * Z / (4 * whole * whole))
    below = 1 + Z * Z / whole
    return Interval(max(0.0, (middle - spread) / below), min(1.0, (middle + spread) / below))
