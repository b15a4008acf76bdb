"""The attack of `audit` on what is told of leaving: who came, who left and who takes part, by linear programming over all three.

Those who take part are those who came without those who left, so that two ranges, each wide enough, can tell of few people
together. Known to the attacker: every number ever told, with its range, and that people are whole and stay away once they left.
Pure: it knows numbers only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING, Literal, NamedTuple

import numpy as np

from cairn.participants.counting import FEW, is_small
from cairn.releases.program import Program

if TYPE_CHECKING:
    from cairn.releases.program import Row

What = Literal["came", "left", "active"]


@dataclass(frozen=True, slots=True)
class Gone:
    """What was told: of those who came or left after `since` (None: from the beginning) and by `until`, or took part on that day."""

    what: What
    until: date
    low: int
    high: int | None
    since: date | None = None

    @property
    def rounded(self) -> bool:
        return self.low != self.high


class Of(NamedTuple):
    """Whose number the attacker wants to know."""

    what: What
    since: date | None
    until: date


Range = tuple[int, int]


class Leaving:
    """Least and most of everything that follows from what was told."""

    def __init__(self, told: Sequence[Gone]) -> None:
        self._told = told
        self._days = sorted({one.until for one in told} | {one.since for one in told if one.since})
        size = len(self._days)
        self._program = Program(size * (size + 1))
        for one in told:
            self._program.add(self._who(Of(one.what, one.since, one.until)), one.low, one.high)

    @property
    def consistent(self) -> bool:
        """Whether all can be true: not where somebody came back, or a number was corrected in between."""
        return self._program.solved() is not None

    def numbers(self) -> Iterator[Of]:
        for day in self._days:
            yield from (Of(what, None, day) for what in ("came", "left", "active"))
        for since, until in combinations(self._days, 2):
            yield from (Of(what, since, until) for what in ("came", "left"))

    def known(self, of: Of) -> Range | None:
        """Its range, where that is of few people (see `audit`)."""
        if not {of.until, of.since} - {None} <= set(self._days):
            return None
        low, high = self.range_of(of)
        return (low, high) if low < FEW and 0 < high < low + self._need(of) else None

    def range_of(self, of: Of) -> Range:
        """Between days of which something was told."""
        who = self._who(of)
        return self._extreme(who, 1), self._extreme(who, -1)

    def _need(self, of: Of) -> int:
        ends = {of.since, of.until} - {None}
        return FEW - any(one.rounded and ends & {one.since, one.until} for one in self._told)

    def _extreme(self, who: Row, sign: int) -> int:
        solution = self._program.solved(sign * who)
        return int(who @ solution) if solution is not None else 0

    def _who(self, of: Of) -> Row:
        """One variable for each pair of the span in which somebody came and that in which they left; the last is never."""
        before = [(of.since is None or day > of.since) and day <= of.until for day in self._days]
        size = len(self._days)
        who = np.zeros((size, size + 1))
        for came in range(size):
            for left in range(came, size + 1):
                has_left = left < size and before[left]
                asked = {"came": before[came], "left": has_left, "active": before[came] and not has_left}
                who[came, left] = asked[of.what]
        return who.ravel()


def tells_of_few(new: Sequence[Gone], earlier: Sequence[Gone]) -> bool:
    """Whether anything small could be worked out from the new ones beside the earlier: what is out already is out.

    Where both cannot be true of people who stay away once they left, single numbers are compared instead.
    """
    together = Leaving([*new, *earlier])
    if not together.consistent:
        return _too_near(new, earlier) or (bool(earlier) and tells_of_few(new, ()))
    before = Leaving(earlier)
    found = ((of, together.known(of)) for of in together.numbers())
    return any(known and known != before.known(of) for of, known in found)


def _too_near(new: Sequence[Gone], earlier: Sequence[Gone]) -> bool:
    exact = [(one, other) for one in new for other in earlier if not one.rounded and not other.rounded]
    return any(one.what == other.what and is_small(abs(one.low - other.low)) for one, other in exact)
