"""The piece of an entry's text in which the words were found."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cairn.search.asking import Unit, clipped
from cairn.texts.words import folded, stem

BEFORE = 8
WORDS = 34
STRIPPED_IN_FRONT = frozenset({"ar", "fa", "nl"})
"""Languages whose stemmers change beginnings too; in all others a word and its stem begin with the same letter."""
# With the marks that are written over and under letters, which otherwise would cut words.
_WORD = re.compile(r"[^\W_][\w\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]*")

Snippet = tuple[tuple[str, bool], ...]


class Finder:
    """Tells the words of a question from others. Words of a phrase are shown wherever they stand."""

    def __init__(self, units: Iterable[Unit]) -> None:
        units = tuple(units)
        self.forms = {word for unit in units for form in unit.readings for word in form}
        self.initials = {form[:1] for form in self.forms}
        self.beginnings = tuple(word for unit in units if unit.open_ended for word in unit.words)

    def finds(self, word: str, language: str) -> bool:
        plain = clipped(folded(word))
        if plain[:1] not in self.initials and language.split("-", maxsplit=1)[0] not in STRIPPED_IN_FRONT:
            return False  # stemming is slow, and most words of a text begin with another letter
        return stem(plain, language) in self.forms or plain.startswith(self.beginnings)


def snippet(texts: Iterable[str], finder: Finder, language: str) -> Snippet:
    """Around the first word found in the first text that has one; else the beginning of the first text."""
    first = ""
    for text in texts:
        first = first or text
        for at, match in enumerate(_WORD.finditer(text) if finder.forms else ()):
            if finder.finds(match.group(), language):
                return _cut(text, max(at - BEFORE, 0), finder, language)
    return _cut(first, 0, Finder(()), language)


def _cut(text: str, start: int, finder: Finder, language: str) -> Snippet:
    words = list(_WORD.finditer(text))
    shown = words[start : start + WORDS]
    if not shown:
        return ()
    # What stands between words (spaces, full stops) is kept; the ends say whether there is more.
    parts = [("… ", False)] if start else []
    at = shown[0].start() if start else 0
    for word in shown:
        if finder.finds(word.group(), language):
            parts += [(text[at : word.start()], False), (word.group(), True)]
            at = word.end()
    more = start + WORDS < len(words)
    parts += [(text[at : shown[-1].end()] + " …", False)] if more else [(text[at:], False)]
    return tuple(part for part in parts if part[0])
