"""Plain text: one line per paragraph, or wrapped lines joined again."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

from cairn.reading.lines import Document, Line, Unreadable
from cairn.reading.marks import sign_before
from cairn.texts.words import squeezed

_GAP = re.compile(r"\t+| {3,}|\s*\|\s*")
_RULE = re.compile(r"^[\s|:+=_*–—-]{3,}$")
_HEADING = re.compile(r"^(#{1,6})\s+(.*\S)")
_ENDS = re.compile(r"[.!?:;…)\"'”’]$")
_UNPRINTED = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
# A text counts as wrapped where its lines stay within so many characters and half of them reach the margin.
NARROWEST_WRAP, WIDEST_WRAP = 60, 130
_NOTE_CP1252 = "cp1252"


def decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text, and a note where its encoding had to be guessed. Raises Unreadable."""
    encodings = ["utf-16"] if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ["utf-8-sig", _NOTE_CP1252]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _UNPRINTED.search(text):
            break
        guessed = encoding == _NOTE_CP1252
        note = _("The text is not in UTF-8; it was read as Windows-1252, so look at its accents.")
        return text, (note,) if guessed else ()
    raise Unreadable(_("The file's text cannot be decoded; save it as UTF-8 and try again."))


def extract(data: bytes) -> Document:
    text, notes = decoded(data)
    return Document(tuple(_line(raw) for raw in unwrapped(text.splitlines())), notes=notes)


def _line(raw: str) -> Line:
    heading = _HEADING.match(raw)
    if heading:
        return Line(squeezed(heading[2]), level=len(heading[1]))
    cells = tuple(squeezed(cell) for cell in _GAP.split(raw.strip().strip("|").rstrip()))
    if len(cells) > 1:
        return Line(squeezed(" ".join(cells)), cells=cells, table=0)
    return Line(squeezed(raw))


def unwrapped(lines: list[str]) -> list[str]:
    """Lines broken inside a sentence, put together again; empty lines and drawn rules left out."""
    widest = max((len(line) for line in lines), default=0)
    written = [line for line in lines if line.strip()]
    full = sum(len(line) > widest - 15 for line in written)
    wraps = NARROWEST_WRAP <= widest <= WIDEST_WRAP and full * 2 >= len(written)
    joined: list[str] = []
    open_ended = False
    previous = ""
    for raw in lines:
        line = raw.strip()
        if not line or _RULE.match(line):
            open_ended = False
            continue
        if open_ended and continues(previous, line, width=widest if wraps else 0):
            joined[-1] += " " + line
        else:
            joined.append(line)
        open_ended = True
        previous = line
    return joined


def continues(previous: str, line: str, *, width: int) -> bool:
    """Whether a line goes on with the sentence of the one before. `width` 0: lines are not wrapped."""
    if sign_before(line) or _GAP.search(line) or _HEADING.match(line) or _HEADING.match(previous):
        return False
    if line[0].islower():
        return not _ENDS.search(previous)
    first_word = line.split(maxsplit=1)[0]
    return bool(width) and len(previous) >= 40 and len(previous) + 1 + len(first_word) > width
