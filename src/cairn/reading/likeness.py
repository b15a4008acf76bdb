"""How alike a line of a document and a text of the framework are: by words and terms, and by characters.

Our own texts are paraphrases of the official ones, so words count by how rare they are within the framework, and each
item's `terms` count as if they stood in its text.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from cairn.frameworks.shape import Framework, Node
from cairn.texts.words import folded, stems

# From here on, letters alone settle it: typos, truncation and other punctuation stay above.
ALIKE = 80
# Words of a term weigh this much beside words of the sentence: terms are chosen to tell neighbours apart.
TERM = 1.5


@dataclass(frozen=True, slots=True)
class Likeness:
    score: float
    """0 to 1."""
    by: str
    """"equal text", "likeness" (of characters) or "terms" (words and terms)."""


NOTHING = Likeness(0.0, "terms")


@dataclass(frozen=True, slots=True)
class Text:
    """A line made ready for comparing."""

    plain: str
    stems: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Wanted:
    plain: str
    words: frozenset[str]
    terms: tuple[frozenset[str], ...]
    weight: float


class Likenesses:
    """All texts of a framework, ready to be compared with lines."""

    def __init__(self, framework: Framework) -> None:
        self.language = framework.language
        nodes = list(framework.walk())
        words = {node.id: stems(node.text, self.language) for node in nodes}
        terms = {
            node.id: tuple(filter(None, (stems(term, self.language) for term in node.terms)))
            for node in nodes
        }
        all_words = {node.id: words[node.id].union(*terms[node.id]) for node in nodes}
        counts = Counter(word for held in all_words.values() for word in held)
        self.most = math.log(1 + len(nodes))
        self.rarity = {word: math.log(1 + len(nodes) / count) for word, count in counts.items()}
        self.wanted = {
            node.id: _Wanted(folded(node.text), words[node.id], terms[node.id], self._weight(words[node.id]))
            for node in nodes
        }

    def text(self, line: str) -> Text:
        return Text(folded(line), stems(line, self.language))

    def between(self, line: Text, node: Node) -> Likeness:
        wanted = self.wanted[node.id]
        if line.plain == wanted.plain:
            return Likeness(1.0, "equal text")
        likeness = fuzz.ratio(line.plain, wanted.plain, score_cutoff=ALIKE)
        if not likeness and len(line.plain) >= 25:  # cut short, or with something hung on
            likeness = self._truncated(line.plain, wanted.plain)
        if likeness:
            return Likeness(likeness / 100, "likeness")
        return Likeness(min(self._shared(line.stems, wanted), 0.99), "terms")

    def _truncated(self, line: str, wanted: str) -> float:
        shorter, longer = sorted((line, wanted), key=len)
        if not 0.4 < len(shorter) / len(longer) < 1:
            return 0.0
        return fuzz.ratio(shorter, longer[: len(shorter)], score_cutoff=90)

    def _shared(self, line: frozenset[str], wanted: _Wanted) -> float:
        """Weighed words in common, of the geometric mean of what both hold; terms met come on top."""
        terms = [term for term in wanted.terms if term <= line]
        common = (line & wanted.words).union(*terms)
        if not common:
            return 0.0
        extra = self._weight(frozenset().union(*terms)) * (TERM - 1)
        return (self._weight(common) + extra) / math.sqrt(self._weight(line) * max(wanted.weight, 1e-9))

    def _weight(self, words: frozenset[str]) -> float:
        return sum(self.rarity.get(word, self.most) for word in words)


@lru_cache(maxsize=32)
def likenesses_of(framework: Framework) -> Likenesses:
    return Likenesses(framework)
