"""What becomes of a file before it is stored: its type checked, its text read and cut, its name made harmless."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from django.utils.translation import gettext as _

from cairn.common.languages import find
from cairn.passages.splitting import Span, spans
from cairn.reading.extract.any import lines_of
from cairn.reading.extract.kind import Kind, kind_of
from cairn.reading.lines import Line, Unreadable
from cairn.texts.language import language_of
from cairn.texts.words import folded

MOST_CHARACTERS = 1_000_000
"""Of a longer document the beginning is read: about 350 dense pages."""
ENOUGH_TO_TELL = 20_000
"""Characters by which the language is guessed."""


@dataclass(frozen=True, slots=True)
class Taken:
    text: str
    spans: tuple[Span, ...]
    language: str
    last_page: int | None
    """The last page with text that was read."""
    cut: bool


def taken_from(name: str, data: bytes) -> Taken:
    """The text of a document. Raises Unreadable with one sentence where there is none to be had."""
    kind = kind_of(name, data)
    if kind is Kind.JSON:
        raise Unreadable(_("Only PDF, Word (.docx), HTML and plain text can be attached."))
    document = lines_of(kind, data)
    lines, cut = _beginning(document.lines)
    text = "\n".join(line.text for line in lines)
    if not text.strip():
        raise Unreadable(_("The file holds no text."))
    numbers = [line.page for line in lines if line.page]
    return Taken(
        text=text,
        spans=tuple(spans(lines)),
        language=language_of(folded(text[:ENOUGH_TO_TELL]), claimed=_known(document.language)),
        last_page=max(numbers, default=None),
        cut=cut,
    )


def _known(claimed: str) -> str:
    """What a file says of its language may be anything; only languages that we know are heard."""
    language = find(claimed.split("-", maxsplit=1)[0].lower())
    return language.tag if language else ""


def _beginning(lines: tuple[Line, ...]) -> tuple[list[Line], bool]:
    """The lines that fit, without the character that databases refuse, and whether any is left out."""
    kept: list[Line] = []
    room = MOST_CHARACTERS
    for line in lines:
        if len(line.text) > room:
            return kept, True
        kept.append(replace(line, text=line.text.replace("\0", " ")))
        room -= len(line.text) + 1
    return kept, False


def harmless(name: str, otherwise: str = "document") -> str:
    """A file's name without folders and without characters that steer: line ends, NUL, changes of direction."""
    last = name.replace("\\", "/").rpartition("/")[2]
    plain = "".join(char for char in last if unicodedata.category(char)[0] != "C")
    path = PurePosixPath(" ".join(plain.split()).lstrip("."))
    stem, ending = path.stem[:120].strip(), path.suffix[:10]
    return f"{stem or otherwise}{ending}"
