"""Word files: headings, paragraphs, lists with their bullets, table cells, links and check boxes."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

import docx
from django.utils.translation import gettext as _
from docx.opc.exceptions import OpcError
from docx.oxml import parse_xml

from cairn.publications.portrait import Tool
from cairn.reading.lines import Document, Line, Unreadable
from cairn.reading.signs import GLYPHS
from cairn.texts.words import squeezed

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PICTURES = frozenset({f"{_W}drawing", f"{_W}pict", f"{_W}object"})
# Wingdings, Wingdings 2 and Symbol draw marks with letters; these are the ones that mean something.
_SYMBOLS = {
    "FC": "✓",
    "FB": "✗",
    "FE": "☑",
    "FD": "☒",
    "A8": "☐",
    "6F": "☐",
    "78": "☒",
    "52": "☑",
    "50": "✓",
    "4F": "✗",
}
_HEADING = re.compile(r"^heading (\d)$", re.IGNORECASE)


def extract(data: bytes) -> Document:
    _refuse_entities(data)
    try:
        opened = docx.Document(io.BytesIO(data))
    except (OpcError, KeyError, ValueError, SyntaxError, zipfile.BadZipFile, OSError):
        raise Unreadable(_("The Word file is damaged and cannot be opened.")) from None
    walk = _Walk(opened)
    return Document(tuple(walk.lines(opened.element.body)), walk.language())


def _refuse_entities(data: bytes) -> None:
    """A Word file never needs a document type; one that has it means to read other files or to swell."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [archive.read(name) for name in archive.namelist() if name.endswith((".xml", ".rels"))]
    except (
        zipfile.BadZipFile,
        EOFError,
        NotImplementedError,
        RuntimeError,
        OSError,
        ValueError,
        zlib.error,
    ):
        raise Unreadable(_("The Word file is damaged and cannot be opened.")) from None
    if any(b"<!DOCTYPE" in part.replace(b"\0", b"") for part in parts):
        raise Unreadable(
            _("The Word file holds external entities, which a document never needs; it was not opened.")
        )


class _Walk:
    def __init__(self, opened: Any) -> None:
        self.opened = opened
        self.tables = 0
        self.bullets = dict(_bullets(opened))

    def language(self) -> str:
        found = next(self.opened.styles.element.iter(f"{_W}lang"), None)
        return (found.get(f"{_W}val") or "") if found is not None else ""

    def lines(self, body: Any) -> Iterator[Line]:
        for element in body:
            if element.tag == f"{_W}p":
                yield from self._paragraph(element)
            elif element.tag == f"{_W}tbl":
                yield from self._table(element)
            elif element.tag in {f"{_W}sdt", f"{_W}sdtContent"}:
                yield from self.lines(element)

    def _table(self, table: Any) -> Iterator[Line]:
        self.tables += 1
        number = self.tables
        for row in table.iter(f"{_W}tr"):
            cells = [list(self.lines(cell)) for cell in row if cell.tag == f"{_W}tc"]
            if sum(bool(cell) for cell in cells) < 2 and not any(
                line.pictured for cell in cells for line in cell
            ):
                yield from (line for cell in cells for line in cell)
                continue
            texts = tuple(squeezed(" ".join(line.text for line in cell)) for cell in cells)
            inside = [line for cell in cells for line in cell]
            yield Line(
                squeezed(" ".join(texts)),
                cells=texts,
                table=number,
                links=tuple(link for line in inside for link in line.links),
                pictured=any(line.pictured for line in inside),
            )

    def _paragraph(self, paragraph: Any) -> Iterator[Line]:
        text = squeezed("".join(_text(paragraph)))
        pictured = any(part.tag in _PICTURES for part in paragraph.iter())
        if not text and not pictured:
            return
        style = self._style(paragraph)
        bullet = self._bullet(paragraph, style)
        heading = _HEADING.match(style.name) if style is not None else None
        yield Line(
            f"{bullet} {text}" if bullet in GLYPHS or bullet in {"☐", "☒"} else text,
            level=int(heading[1]) if heading else 0 if style is not None and style.name == "Title" else None,
            listed=bool(bullet) or (style is not None and style.name.startswith("List")),
            links=tuple(self._links(paragraph)),
            pictured=pictured,
        )

    def _style(self, paragraph: Any) -> Any:
        wanted = paragraph.style
        return (
            next((style for style in self.opened.styles if style.style_id == wanted), None)
            if wanted
            else None
        )

    def _bullet(self, paragraph: Any, style: Any) -> str:
        """The sign that the list sets before this paragraph: marks are often made so."""
        holders: list[Any] = [paragraph, style.element] if style is not None else [paragraph]
        for holder in holders:
            number = holder.find(f"{_W}pPr/{_W}numPr/{_W}numId")
            if number is not None:
                level = holder.find(f"{_W}pPr/{_W}numPr/{_W}ilvl")
                depth = level.get(f"{_W}val") if level is not None else "0"
                return self.bullets.get((number.get(f"{_W}val"), depth), "")
        return ""

    def _links(self, paragraph: Any) -> Iterator[Tool]:
        for link in paragraph.iter(f"{_W}hyperlink"):
            target = self.opened.part.rels.get(link.get(f"{_R}id"))
            if (
                target is not None
                and target.is_external
                and target.target_ref.startswith(("http://", "https://"))
            ):
                yield Tool(squeezed("".join(_text(link))), target.target_ref)


def _text(element: Any) -> Iterator[str]:
    for part in element.iter():
        if part.tag == f"{_W}t":
            yield part.text or ""
        elif part.tag == f"{_W}sym":
            yield _SYMBOLS.get((part.get(f"{_W}char") or "")[-2:].upper(), "")
        elif part.tag in {f"{_W}tab", f"{_W}br", f"{_W}cr"} and part.getparent().tag != f"{_W}tabs":
            yield " "
        elif part.tag == f"{_W}noBreakHyphen":
            yield "-"


def _bullets(opened: Any) -> Iterator[tuple[tuple[str, str], str]]:
    """What each list draws before its paragraphs, by number and depth."""
    related = opened.part.rels.values()
    part = next((rel.target_part for rel in related if rel.reltype.endswith("/numbering")), None)
    if part is None:
        return
    root = parse_xml(part.blob)
    abstract = {one.get(f"{_W}abstractNumId"): one for one in root.iter(f"{_W}abstractNum")}
    for number in root.iter(f"{_W}num"):
        kind: Any = number.find(f"{_W}abstractNumId")
        levels: Any = abstract.get(kind.get(f"{_W}val"), ()) if kind is not None else ()
        for level in levels:
            drawn = level.find(f"{_W}lvlText")
            if drawn is not None:
                key = str(number.get(f"{_W}numId")), str(level.get(f"{_W}ilvl"))
                yield key, _drawn(drawn.get(f"{_W}val") or "")


def _drawn(sign: str) -> str:
    """Signs of symbol fonts lie in a private area of Unicode."""
    if len(sign) == 1 and 0xF000 <= ord(sign) <= 0xF0FF:
        return _SYMBOLS.get(f"{ord(sign) - 0xF000:02X}", "•")
    return sign
