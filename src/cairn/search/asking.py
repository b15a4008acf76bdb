"""A reader's words, read: what has to occur, and in which forms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from cairn.texts.language import STOP_WORDS
from cairn.texts.words import stem, words_of

# Our bounds, so that one question cannot keep the house busy. Nobody types so much.
MOST_LETTERS = 300
MOST_WORDS = 12
LONGEST_WORD = 60
# One letter begins nearly every word; looking for all of them would find everything.
SHORTEST_BEGINNING = 2
_PIECE = re.compile(r'"([^"]*)"|([^"]+)')


@dataclass(frozen=True, slots=True)
class Unit:
    """One word, or words in quotes that have to follow each other."""

    words: tuple[str, ...]
    """Folded, as typed."""
    readings: tuple[tuple[str, ...], ...]
    """Any of these forms of the words will do."""
    open_ended: bool = False
    """Whether it may be the beginning of a longer word."""

    def open_to(self, reading: Sequence[str]) -> bool:
        """Whether this reading of it may be a beginning: as typed it may. A stem is shorter, and too much begins with it."""
        return self.open_ended and tuple(reading) == self.words


def clipped(word: str) -> str:
    return word[:LONGEST_WORD]


def units(words: str, *, language: str, languages: Iterable[str]) -> tuple[Unit, ...]:
    """What has to occur; the last word, unless quoted, may be a beginning.

    The index holds each entry's words stemmed in the entry's own language, which the reader does not know. So each
    word is looked for as it was typed, stemmed in the reader's language, and stemmed in every one of `languages`
    (those that entries are written in): "boulangeries" typed by an English reader finds the French "boulangerie".
    """
    typed = _typed(words[:MOST_LETTERS], language)[:MOST_WORDS]
    spoken = tuple(dict.fromkeys([language, *languages]))
    found = [Unit(one, _readings(one, spoken)) for one, _quoted in typed]
    if typed and not typed[-1][1] and len(typed[-1][0][0]) >= SHORTEST_BEGINNING:
        found[-1] = replace(found[-1], open_ended=True)
    return tuple(found)


def _typed(words: str, language: str) -> list[tuple[tuple[str, ...], bool]]:
    """Words and quoted phrases in their order; little words are left out where others remain."""
    found: list[tuple[tuple[str, ...], bool]] = []
    for quoted, loose in _PIECE.findall(words.replace("\0", " ")):
        if phrase := tuple(clipped(word) for word in words_of(quoted)):
            found.append((phrase, True))
        found += [((clipped(word),), False) for word in words_of(loose)]
    little = STOP_WORDS.get(language.split("-", maxsplit=1)[0], frozenset())
    return [one for one in found if one[1] or one[0][0] not in little] or found


def _readings(words: Sequence[str], languages: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    stemmed = [tuple(stem(word, language) for word in words) for language in languages]
    return tuple(dict.fromkeys([tuple(words), *stemmed]))
