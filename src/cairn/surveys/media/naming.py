"""Which files a form names: in which cells, and whether they can be what the columns say."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from django.utils.translation import gettext as _

from cairn.surveys.faults import Fault
from cairn.surveys.headings import Tidy
from cairn.surveys.shape import Sheets

PICTURES: Mapping[str, str] = {"png": "PNG", "jpg": "JPEG", "jpeg": "JPEG", "webp": "WEBP", "gif": "GIF"}
"""Endings of names, and the format that they promise."""
RECORDINGS: Mapping[str, str] = {
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "aac": "audio/aac",
    "ogg": "audio/ogg",
    "oga": "audio/ogg",
    "opus": "audio/ogg",
    "wav": "audio/wav",
}
COLUMNS = {"media::image": PICTURES, "media::audio": RECORDINGS}
_NAME = re.compile(r"[^\W_][\w .()-]{0,94}\.\w{3,4}")


class Named(NamedTuple):
    """One cell that names a file."""

    name: str
    sheet: str
    row: int
    column: str
    """The heading, with its language where it has one."""

    @property
    def is_picture(self) -> bool:
        return self.column.startswith("media::image")

    def fault(self, words: str) -> Fault:
        return Fault(self.sheet, self.row, self.column, f"{self.name}: {words}")


def named_in(sheets: Sheets) -> list[Named]:
    """In the order of the sheets; a file that stands in several cells is there several times."""
    return [
        Named(cell, sheet, row, heading)
        for sheet in ("survey", "choices")
        for row, cells in enumerate(sheets.get(sheet, ()), 2)
        for heading, cell in cells.items()
        if _column(heading) in COLUMNS and cell
    ]


def check(tidy: Tidy) -> None:
    """Writes a fault for each name that no picture or recording can have."""
    for named in named_in(tidy.sheets):
        if words := refusal(named.name, named.column):
            tidy.found(named.sheet, named.row, named.column, words)


def refusal(name: str, column: str) -> str:
    """Why a file of this name cannot stand in a column; "" where it can."""
    endings = COLUMNS[_column(column)]
    if _NAME.fullmatch(name) and ending_of(name) in endings:
        return ""
    words = _("“%(name)s” cannot be shown. Write the name of a file without its folder, which ends in %(endings)s.")  # fmt: skip
    return words % {"name": name, "endings": ", ".join(f".{each}" for each in endings)}


def ending_of(name: str) -> str:
    return name.rpartition(".")[2].lower()


def matched(names: Iterable[str], brought: Mapping[str, bytes]) -> dict[str, bytes]:
    """Of what was brought, what the form names, by the name that the form has: people and systems differ in capitals and accents."""
    alike = {_alike(name): data for name, data in brought.items()} | dict(brought)
    return {name: alike[key] for name in names if (key := _key(name, alike))}


def unnamed(names: Iterable[str], brought: Iterable[str]) -> list[str]:
    """What was brought and stands in no cell."""
    wanted = {_alike(name) for name in names}
    return sorted(name for name in brought if _alike(name) not in wanted)


def _key(name: str, there: Mapping[str, bytes]) -> str:
    return next((key for key in (name, _alike(name)) if key in there), "")


def _alike(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _column(heading: str) -> str:
    return "::".join(heading.split("::")[:2])


def languages_in(heading: str) -> Iterator[str]:
    """The language that a column of media is in, as the heading has it; none where it has none."""
    yield from heading.split("::")[2:]
