"""Which passages fit an item best. One interface, so that other rankers can stand beside the words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

K1, B = 1.2, 0.75
LEAST_SHARE = 0.05
"""Of the query's weight, counted by rarity: below this, and below two words, likeness is chance and is not shown.

Chosen on one half of the labelled passages and reported on the other: docs/decisions/0009-passages-by-their-words.md.
"""
K_RANK = 60


@dataclass(frozen=True, slots=True)
class Query:
    """An item as it is looked for: in the passages' language, where the framework has words in it."""

    text: str
    """Its words and its terms, as they are written."""
    stems: Mapping[str, float]
    """Each stem's weight."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """The passages of a practice in one language. Rankers tell them by their places here."""

    language: str
    stems: Sequence[Sequence[str]]
    digests: Sequence[str]
    """SHA-256 of each passage's text: whatever else is known of a text is kept under it."""


class Ranker(Protocol):
    def ranked(self, queries: Sequence[Query], shelf: Shelf) -> list[list[int]]:
        """For each query the places of the passages that fit, best first. What does not fit is left out."""
        ...


class Bm25:
    """Okapi BM25: S. Robertson and H. Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond (2009).

    score = Σ weight · ln(1 + (N - n + 0.5) / (n + 0.5)) · tf · (k1 + 1) / (tf + k1 · (1 - b + b · length / mean)),
    with k1 = 1.2 and b = 0.75.
    """

    def ranked(self, queries: Sequence[Query], shelf: Shelf) -> list[list[int]]:
        counts = [Counter(words) for words in shelf.stems]
        holding = Counter(stem for each in counts for stem in each)
        mean = sum(map(len, shelf.stems)) / max(len(counts), 1) or 1
        rooms = [K1 * (1 - B + B * len(words) / mean) for words in shelf.stems]
        return [_by_words(query.stems, counts, holding, rooms) for query in queries]


def _by_words(
    query: Mapping[str, float], counts: Sequence[Counter[str]], holding: Counter[str], rooms: Sequence[float]
) -> list[int]:
    rarity = {stem: weight * _rarity(holding[stem], len(counts)) for stem, weight in query.items()}
    least = LEAST_SHARE * sum(rarity.values())
    scored = []
    for place, (each, room) in enumerate(zip(counts, rooms, strict=True)):
        hits = [stem for stem in rarity if stem in each]
        if len(hits) < 2 or sum(rarity[stem] for stem in hits) < least:
            continue
        score = sum(rarity[stem] * each[stem] * (K1 + 1) / (each[stem] + room) for stem in hits)
        scored.append((-score, place))
    return [place for _score, place in sorted(scored)]


def _rarity(holding: int, whole: int) -> float:
    return math.log(1 + (whole - holding + 0.5) / (holding + 0.5))


def fused(rankings: Sequence[Sequence[int]]) -> list[int]:
    """Reciprocal rank fusion, k = 60: Cormack, Clarke and Büttcher (2009)."""
    scores: Counter[int] = Counter()
    for ranking in rankings:
        for rank, place in enumerate(ranking, start=1):
            scores[place] += 1 / (K_RANK + rank)  # type: ignore[assignment]  # counters count in fractions too
    return sorted(scores, key=lambda place: (-scores[place], place))
