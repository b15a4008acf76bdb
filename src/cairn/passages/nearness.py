"""Passages near an item in meaning, by points that were reckoned before."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from cairn.passages.embedding import Embedder
from cairn.passages.ranking import Query, Shelf
from cairn.passages.vectors import digest, kept

FLOOR = 0.24
"""The cosine below which nearness is chance: chosen on one half of the labelled passages so that nearness alone shows
something besides the labelled one no more often than words alone do, and reported on the other (docs/decisions/0019).
"""
DEEPEST = 10
"""Ranks that count: those further down would only blur what words have found."""


class Nearness:
    """The cosine between the item and each passage. A text without a point is near to nothing."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder

    def ranked(self, queries: Sequence[Query], shelf: Shelf) -> list[list[int]]:
        asked = [digest(query.text) for query in queries]
        points = kept(self._embedder.name, [*asked, *shelf.digests])
        places = [place for place, one in enumerate(shelf.digests) if one in points]
        if not places:
            return [[] for _ in queries]
        passages = np.array([points[shelf.digests[place]] for place in places])
        return [self._nearest(passages @ points[one], places) if one in points else [] for one in asked]

    @staticmethod
    def _nearest(cosines: np.ndarray, places: Sequence[int]) -> list[int]:
        order = np.argsort(-cosines, kind="stable")[:DEEPEST]
        return [places[at] for at in order if cosines[at] >= FLOOR]
