"""Texts cut into passages: sentences, short ones put together, headings kept as context."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cairn.reading.lines import Line

SHORTEST, LONGEST = 60, 500
"""Characters: a shorter sentence is joined with the next of its paragraph, a longer one is cut at a pause."""

# Full stops of the scripts we have: Latin, Greek, Cyrillic; Arabic and Urdu; Devanagari; Ethiopic; CJK.
_END = re.compile(r"(?:[.!?…؟۔।።。]+[\"'»”’)\]]*)(?=\s)")
_PAUSE = re.compile(r"[;:,،؛፣፤](?=\s)")
# After these a full stop does not end a sentence; a single letter or a number never does either.
_SHORTENED = frozenset(
    [
        "dr",
        "mr",
        "mrs",
        "ms",
        "st",
        "no",
        "nr",
        "art",
        "cf",
        "e.g",
        "i.e",
        "etc",
        "approx",
        "vgl",
        "bzw",
        "z.b",
        "d.h",
        "ca",
        "abs",
        "p.ex",
        "m",
        "mme",
        "env",
        "n°",
        "pp",
        "vol",
        "fig",
    ]
)


@dataclass(frozen=True, slots=True)
class Span:
    """Where a passage stands in the text, counted in characters."""

    start: int
    end: int
    page: int | None
    heading: str


def spans(lines: Iterable[Line]) -> Iterator[Span]:
    """The passages of a text that is `"\\n".join` of the lines' texts. Headings are no passages themselves."""
    place, heading = 0, ""
    for line in lines:
        if line.level is not None:
            heading = line.text[:300]
        else:
            for start, end in _passages(line.text):
                yield Span(place + start, place + end, line.page, heading)
        place += len(line.text) + 1


def _passages(text: str) -> Iterator[tuple[int, int]]:
    begin: int | None = None
    end = 0
    for start, end in (part for sentence in _sentences(text) for part in _cut(text, *sentence)):
        begin = start if begin is None else begin
        if end - begin >= SHORTEST:
            yield begin, end
            begin = None
    if begin is not None:
        yield begin, end


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = len(text) - len(text.lstrip())
    for found in _END.finditer(text):
        if found.start() > start and not _goes_on(text, start, found):
            yield start, found.end()
            start = found.end() + len(text[found.end() :]) - len(text[found.end() :].lstrip())
    last = len(text.rstrip())
    if last > start:
        yield start, last


def _goes_on(text: str, start: int, found: re.Match[str]) -> bool:
    """Whether a full stop is part of a number, an initial or a shortened word."""
    if found[0] != ".":
        return False
    before = text[start : found.start()].rsplit(maxsplit=1)[-1:] or [""]
    word = before[0].lower().strip("([\"'«“")
    after = text[found.end() :].lstrip()[:1]
    return word in _SHORTENED or len(word) == 1 or (word.isdecimal() and len(word) < 3) or after.islower()


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence longer than a passage, cut at its last pause before the limit, else at a space."""
    while end - start > LONGEST:
        window = text[start : start + LONGEST]
        pauses = [found.end() for found in _PAUSE.finditer(window) if found.end() >= SHORTEST]
        stop = pauses[-1] if pauses else window.rfind(" ", SHORTEST)
        stop = stop if stop > 0 else LONGEST
        yield start, start + stop
        rest = text[start + stop : end]
        start += stop + len(rest) - len(rest.lstrip())
    yield start, end
