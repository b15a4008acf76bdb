"""Where a document sets its marks, decided once for the whole document, and what stands beside each line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from cairn.frameworks.enums import Standing
from cairn.reading.lines import Line
from cairn.reading.signs import (
    AMBIGUOUS,
    DASHES,
    GLYPHS,
    SPELLINGS,
    WORDS,
    meanings_in,
    plain_meaning,
    sign_of,
)
from cairn.texts.words import folded, squeezed

_NO_DASHES = "".join(glyph for glyph in GLYPHS if glyph not in DASHES + "~≈±") + "☐☒□▢"
_GLYPH = f"(?:[{_NO_DASHES}]\ufe0f?)"
_DASH = f"[{DASHES}~≈±]"
_INSIDE = rf"[\[(]\s*(?:[xX~{DASHES}-]|{_GLYPH}|)\s*[\])]"
_WORD = "|".join(sorted((re.escape(word) for word in SPELLINGS), key=len, reverse=True))
_NUMBER = r"(?:[A-Z]{0,2}\d+(?:\.\d+)*[.)]?\s+)?"
_BEFORE = re.compile(
    rf"^(?:[-*•·▪–]\s+)?{_NUMBER}(?P<sign>{_GLYPH}|{_INSIDE})\s*(?P<rest>\S.*)$"
    rf"|^{_NUMBER}(?P<loose>[xX-]|{_DASH})\s+(?P<loose_rest>\S.*)$"
)
_WORD_BEFORE = re.compile(
    rf"^{_NUMBER}(?:[\[(](?P<bracketed>{_WORD})[\])]\s*|(?P<word>{_WORD})\s*(?::|\s[{DASHES}-]\s)\s*)(?P<rest>\S.*)$",
    re.IGNORECASE,
)
_AFTER = re.compile(rf"^(?P<rest>.*\S)(?:\s*(?P<sign>{_GLYPH}|{_INSIDE})|\s+(?P<loose>[xX-]|{_DASH}))$")
_WORD_AFTER = re.compile(
    rf"^(?P<rest>.*\S)(?:\s*[\[(](?P<bracketed>{_WORD})[\])]|(?:\s*[:|]\s*|\s+[{DASHES}-]\s+)(?P<word>{_WORD}))\.?$",
    re.IGNORECASE,
)
_BULLET = re.compile(rf"^[-*•·▪●○‣{DASHES}]\s+")
_LEGEND = re.compile(
    rf"(?P<sign>{_GLYPH}|{_INSIDE}|(?<!\w)[xX](?!\w)|{_DASH}|-)\s*(?:=|:|means|stands for|bedeutet|signifie|oznacza)?"
    rf"\s*[\"“(]?(?P<word>{_WORD})(?!\w)",
    re.IGNORECASE,
)
_LEGEND_LINE = re.compile(r"=|:|means|stands for|bedeutet|signifie|oznacza", re.IGNORECASE)


class Side(StrEnum):
    BEFORE = "before"
    AFTER = "after"
    CELL = "cell"


@dataclass(frozen=True, slots=True)
class Split:
    sign: str
    rest: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A line with the mark that stands beside it and the text without it."""

    line: Line
    text: str
    sign: str = ""
    """The sign as found; empty where there is none."""
    mark: Standing | None = None
    """None where there is no sign, or none that this document explains."""
    said: str = ""
    """The words of the mark, where it is in words: perhaps the label of a scale's level."""
    note: str = ""


def sign_before(text: str) -> Split | None:
    found = _BEFORE.match(text)
    if found:
        return Split(sign_of(found["sign"] or found["loose"]), found["rest"] or found["loose_rest"])
    found = _WORD_BEFORE.match(text)
    return Split(sign_of(found["bracketed"] or found["word"]), found["rest"]) if found else None


def sign_after(text: str) -> Split | None:
    found = _AFTER.match(text)
    if found:
        return Split(sign_of(found["sign"] or found["loose"]), found["rest"])
    found = _WORD_AFTER.match(text)
    return Split(sign_of(found["bracketed"] or found["word"]), found["rest"]) if found else None


def sign_alone(text: str, labels: Mapping[str, Standing]) -> str:
    """The sign that is all a cell holds; empty where it holds anything else."""
    if not text or len(text) > 40:
        return ""
    drawn, _space, word = text.partition(" ")
    if len(drawn) <= 2 and (folded(word) in labels or folded(word) in WORDS):
        return folded(word)  # a sign with its meaning beside it
    sign = sign_of(text)
    return sign if sign in labels or sign in AMBIGUOUS or plain_meaning(sign) else ""


def legend_of(line: Line) -> dict[str, Standing]:
    """What a line such as "✓ = met, – = not met" explains; empty for any other line."""
    if len(line.text) > 200 or not _LEGEND_LINE.search(line.text):
        return {}
    found = list(_LEGEND.finditer(line.text))
    rest = _LEGEND.sub("", line.text)
    if len(found) < 2 and re.search(r"\w", rest):
        return {}
    return {sign_of(one["sign"]): WORDS[folded(one["word"])] for one in found}


def side_of(lines: Iterable[Line], labels: Mapping[str, Standing]) -> Side:
    """The side on which most marks stand. Sure signs are counted first: dashes are often only bullets."""
    sure: Counter[Side] = Counter()
    any_sign: Counter[Side] = Counter()
    for line in lines:
        for side, sign in _signs(line, labels):
            any_sign[side] += 1
            sure[side] += sign not in AMBIGUOUS and sign not in DASHES
    return max(Side, key=lambda side: (sure[side], any_sign[side]))


def _signs(line: Line, labels: Mapping[str, Standing]) -> Iterator[tuple[Side, str]]:
    if line.cells:
        cells = [sign for cell in line.cells if (sign := sign_alone(cell, labels))]
        if cells and len(cells) < len(line.cells):
            yield Side.CELL, cells[0]
            return
    if before := sign_before(line.text):
        yield Side.BEFORE, before.sign
    if after := sign_after(line.text):
        yield Side.AFTER, after.sign


def marked(lines: tuple[Line, ...], labels: Mapping[str, Standing]) -> tuple[Marked, ...]:
    """Every line with its mark. `labels`: what the scale's own words mean, folded."""
    legend: dict[str, Standing] = {}
    for line in lines:
        legend |= legend_of(line)
    side = side_of(lines, labels)
    split = [_split(line, side, labels) for line in lines]
    meanings = meanings_in({one.sign for one in split if one.sign}, legend) | {
        label: standing for label, standing in labels.items() if label not in legend
    }
    columns = _Columns(labels)
    return tuple(columns.read(one.line) or replace_mark(one, meanings.get(one.sign)) for one in split)


def replace_mark(one: Marked, mark: Standing | None) -> Marked:
    return Marked(one.line, one.text, one.sign, mark, one.said, one.note)


def _split(line: Line, side: Side, labels: Mapping[str, Standing]) -> Marked:
    if line.cells:
        return _split_row(line, side, labels)
    found = {Side.BEFORE: sign_before, Side.AFTER: sign_after}.get(side, lambda _text: None)(line.text)
    if found is None:
        return Marked(line, unbulleted(line.text))
    return Marked(line, unbulleted(found.rest), found.sign, said=found.sign)


def _split_row(line: Line, side: Side, labels: Mapping[str, Standing]) -> Marked:
    """The longest cell is the text; what else a row holds beside its mark is a note."""
    signs = {index: sign for index, cell in enumerate(line.cells) if (sign := sign_alone(cell, labels))}
    words = {index: cell for index, cell in enumerate(line.cells) if cell and index not in signs}
    if not words:
        return Marked(line, line.text)
    text = max(words, key=lambda index: len(words[index]))
    if side is not Side.CELL:
        found = (sign_before if side is Side.BEFORE else sign_after)(line.text)
        return Marked(line, found.rest, found.sign) if found else Marked(line, line.text)
    note = " ".join(cell for index, cell in words.items() if index > text)
    if len(signs) != 1:  # no mark, or several of which none is the one
        return Marked(line, unbulleted(words[text]), note=note)
    sign = next(iter(signs.values()))
    return Marked(line, unbulleted(words[text]), sign, said=sign, note=note)


def unbulleted(text: str) -> str:
    return squeezed(_BULLET.sub("", text))


class _Columns:
    """Tables whose columns are headed "met", "not met": any sign in a column means its heading."""

    def __init__(self, labels: Mapping[str, Standing]) -> None:
        self.labels = dict(WORDS) | dict(labels)
        self.table: int | None = None
        self.headings: dict[int, str] = {}

    def read(self, line: Line) -> Marked | None:
        if not line.cells or line.table != self.table:
            self.table, self.headings = line.table, {}
        headed = {
            index: word for index, cell in enumerate(line.cells) if (word := folded(cell)) in self.labels
        }
        if len(headed) >= 2 and len({self.labels[word] for word in headed.values()}) >= 2:
            self.headings = headed
            return Marked(line, line.text)
        return self._row(line) if self.headings else None

    def _row(self, line: Line) -> Marked | None:
        set_in = [index for index in self.headings if index < len(line.cells) and line.cells[index]]
        words = {index: cell for index, cell in enumerate(line.cells) if index not in self.headings and cell}
        if not words:
            return None
        text = max(words, key=lambda index: len(words[index]))
        if len(set_in) != 1 or len(line.cells[set_in[0]]) > 5:
            return Marked(line, words[text])
        label = self.headings[set_in[0]]
        return Marked(line, unbulleted(words[text]), line.cells[set_in[0]], self.labels[label], said=label)
