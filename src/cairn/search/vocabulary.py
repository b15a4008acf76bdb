"""Which words there are, and the nearest of them to one that is not there. A copy of the table in every process."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from threading import Lock

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from cairn.search.asking import Unit
from cairn.search.models import Ledger, Word

# Slips allowed in a word (a letter too much, too few, another, or two swapped): none where a word is so short that it
# would turn into quite another one.
SHORTEST_MENDED = 4
SHORTEST_MENDED_TWICE = 8


@dataclass(frozen=True)
class Vocabulary:
    stamp: str
    uses: dict[str, int] = field(default_factory=dict)
    stems: frozenset[str] = frozenset()
    in_order: tuple[str, ...] = ()
    by_length: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))

    def knows(self, word: str, forms: Iterable[str], *, beginning: bool) -> bool:
        if word in self.uses or not self.stems.isdisjoint(forms):
            return True
        at = bisect_left(self.in_order, word)
        return beginning and at < len(self.in_order) and self.in_order[at].startswith(word)

    def nearest(self, word: str) -> str:
        """The word with the fewest slips, then the same first letter, then the commonest; itself where none is near."""
        slips = (len(word) >= SHORTEST_MENDED) + (len(word) >= SHORTEST_MENDED_TWICE)
        lengths = range(len(word) - slips, len(word) + slips + 1)
        near = [
            (distance, one[0] != word[0], -self.uses[one], one)
            for length in lengths
            for one, distance, _at in extract(
                word, self.by_length.get(length, ()), scorer=OSA.distance, score_cutoff=slips, limit=None
            )
        ]
        return min(near)[-1] if near and slips else word


_lock = Lock()
_kept = {"": Vocabulary("")}


def vocabulary() -> Vocabulary:
    """As it is now; read anew only after something was published or withdrawn."""
    stamp = Ledger.objects.values_list("stamp", flat=True).first() or ""
    with _lock:
        if stamp not in _kept:
            kept = _read(stamp)
            _kept.clear()
            _kept[stamp] = kept
        return _kept[stamp]


def _read(stamp: str) -> Vocabulary:
    uses: dict[str, int] = {}
    stems = set()
    rows = Word.objects.filter(uses__gt=0).values_list("word", "stem", "uses")
    for word, stem, count in rows.iterator(chunk_size=10_000):
        uses[word] = uses.get(word, 0) + count
        stems.add(stem)
    made = Vocabulary(stamp, uses, frozenset(stems), tuple(sorted(uses)))
    for word in uses:
        made.by_length[len(word)].append(word)
    return made


def mended(units: Iterable[Unit]) -> tuple[tuple[str, ...], ...]:
    """The words of every unit, each that is unknown replaced by the nearest that is known."""
    words = vocabulary()
    return tuple(
        tuple(
            word
            if words.knows(word, [form[place] for form in unit.readings], beginning=unit.open_ended)
            else words.nearest(word)
            for place, word in enumerate(unit.words)
        )
        for unit in units
    )
