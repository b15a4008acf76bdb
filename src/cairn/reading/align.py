"""Lines laid onto what they stand for, as a whole: each line takes at most one place, each place at most one line.

Solved by dynamic programming over the lines, in their order; how sure a pair is, is told by what the whole would lose
without it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

# Bonus for a pair that keeps the order of the places: it breaks ties and settles nothing else.
IN_ORDER = 0.02
# Partial solutions kept at each line; more are never needed below 7 places, where all fit.
KEPT = 128
# More lines than any assessment holds are not laid out: a file made to keep the reader busy is left to a person.
MOST_LINES = 300


@dataclass(frozen=True, slots=True)
class Pair:
    line: int
    place: int
    score: float
    margin: float
    """What the best alignment without this pair loses; IN_ORDER left out."""


def aligned(scores: Sequence[Sequence[float]], floor: float) -> list[Pair]:
    """The best pairs. `scores[line][place]`, 0 to 1; pairs below `floor` are never made."""
    scores = scores[:MOST_LINES]
    if not any(scores):
        return []
    plain = _plain(scores, floor)
    if plain is not None:
        return plain
    total, places = _best(scores, floor, None)
    pairs = []
    for line, place in places:
        without, _places = _best(scores, floor, (line, place))
        pairs.append(Pair(line, place, scores[line][place], max(total - without - IN_ORDER, 0)))
    return pairs


def _plain(scores: Sequence[Sequence[float]], floor: float) -> list[Pair] | None:
    """The answer where no two lines want the same place: each has its own best, no search needed."""
    pairs: list[Pair] = []
    for line, row in enumerate(scores):
        place = max(range(len(row)), key=row.__getitem__)
        if row[place] < floor:
            continue
        second = max((score for other, score in enumerate(row) if other != place), default=0.0)
        pairs.append(Pair(line, place, row[place], row[place] - (second if second >= floor else 0.0)))
    if len({pair.place for pair in pairs}) < len(pairs):
        return None
    return pairs


def _best(
    scores: Sequence[Sequence[float]], floor: float, forbidden: tuple[int, int] | None
) -> tuple[float, tuple[tuple[int, int], ...]]:
    """The highest total and its pairs. A state is which places are taken and which was taken last."""
    states: dict[tuple[int, int], tuple[float, tuple[tuple[int, int], ...]]] = {(0, -1): (0.0, ())}
    for line, row in enumerate(scores):
        open_places = [
            (place, score) for place, score in enumerate(row) if score >= floor and (line, place) != forbidden
        ]
        found = dict(states)
        for (taken, last), (total, pairs) in states.items():
            for place, score in open_places:
                if taken >> place & 1:
                    continue
                better = total + score + (IN_ORDER if place > last else 0.0)
                key = taken | 1 << place, place
                if key not in found or found[key][0] < better:
                    found[key] = better, (*pairs, (line, place))
        states = dict(sorted(found.items(), key=lambda state: -state[1][0])[:KEPT])
    return max(states.values())
