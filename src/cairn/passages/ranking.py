"""Which passages fit a query best. One interface, so that other rankers can stand beside the words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Protocol

K1, B = 1.2, 0.75
LEAST_SHARE = 0.05
"""Of the query's weight, counted by rarity: below this, and below two words, likeness is chance and is not shown.

Chosen on one half of the labelled passages and reported on the other: docs/decisions/0009-passages-by-their-words.md.
"""
K_RANK = 60


class Ranker(Protocol):
    def ranked(self, query: Mapping[str, float], passages: Sequence[Sequence[str]]) -> list[int]:
        """Places of the fitting passages, best first; `query` gives each stem its weight."""
        ...


class Bm25:
    """Okapi BM25: S. Robertson and H. Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond (2009).

    score = Σ weight · ln(1 + (N - n + 0.5) / (n + 0.5)) · tf · (k1 + 1) / (tf + k1 · (1 - b + b · length / mean)),
    with k1 = 1.2 and b = 0.75.
    """

    def ranked(self, query: Mapping[str, float], passages: Sequence[Sequence[str]]) -> list[int]:
        counts = [Counter(words) for words in passages]
        mean = sum(map(len, passages)) / max(len(passages), 1) or 1
        rarity = {
            stem: weight * _rarity(sum(stem in each for each in counts), len(counts))
            for stem, weight in query.items()
        }
        least = LEAST_SHARE * sum(rarity.values())
        scored = []
        for place, each in enumerate(counts):
            hits = [stem for stem in rarity if stem in each]
            if len(hits) < 2 or sum(rarity[stem] for stem in hits) < least:
                continue
            room = K1 * (1 - B + B * len(passages[place]) / mean)
            score = sum(rarity[stem] * each[stem] * (K1 + 1) / (each[stem] + room) for stem in hits)
            scored.append((-score, place))
        return [place for _score, place in sorted(scored)]


def _rarity(holding: int, whole: int) -> float:
    return math.log(1 + (whole - holding + 0.5) / (holding + 0.5))


def rankers() -> tuple[Ranker, ...]:
    """Those in use. Another one is added here, and its ranks are fused with the others'."""
    return (Bm25(),)


def fused(rankings: Sequence[Sequence[int]]) -> list[int]:
    """Reciprocal rank fusion, k = 60: Cormack, Clarke and Büttcher (2009)."""
    scores: Counter[int] = Counter()
    for ranking in rankings:
        for rank, place in enumerate(ranking, start=1):
            scores[place] += 1 / (K_RANK + rank)  # type: ignore[assignment]  # counters count in fractions too
    return sorted(scores, key=lambda place: (-scores[place], place))
