"""The sheet as a Word document: a table of two columns where there are two languages, each in its direction."""

from __future__ import annotations

import io
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from cairn.reports.skills.shape import Entry, Section, Sheet
from cairn.reports.writers.docx import MEDIA_TYPE

__all__ = ["MEDIA_TYPE", "write"]
SOFT = RGBColor(0x55, 0x63, 0x6B)


def write(sheet: Sheet) -> bytes:
    document = Document()
    document.core_properties.title = sheet.titles[0]
    document.core_properties.author = ""
    _say(document.add_paragraph(style="Title"), sheet.titles[0], sheet, 0)
    for place, title in enumerate(sheet.titles[1:], start=1):
        _say(document.add_paragraph(style="Subtitle"), title, sheet, place)
    for place, note in enumerate(sheet.notes):
        _say(document.add_paragraph(), note, sheet, place, soft=True)
    for section in sheet.sections:
        _section(document, section, sheet)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _section(document: Any, section: Section, sheet: Sheet) -> None:
    """Headings are in the first language, so that one finds one's way; the second stands in the table below."""
    _say(document.add_heading(level=1), section.names[0], sheet, 0)
    if len(sheet.languages) > 1:
        _say(document.add_paragraph(), section.names[1], sheet, 1, soft=True)
    for entry in section.entries:
        _entry(document, entry, sheet)
    if not section.entries:
        for place, nothing in enumerate(section.nothing):
            _say(document.add_paragraph(), nothing or "–", sheet, place)


def _entry(document: Any, entry: Entry, sheet: Sheet) -> None:
    _say(document.add_heading(level=2), entry.titles[0], sheet, 0)
    if len(sheet.languages) > 1 and entry.titles[1] != entry.titles[0]:
        _say(document.add_paragraph(), entry.titles[1], sheet, 1, soft=True)
    if not entry.lines:
        return
    table = document.add_table(rows=0, cols=len(sheet.languages), style="Table Grid")
    if sheet.directions[0] == "rtl":
        table._tblPr.append(OxmlElement("w:bidiVisual"))  # noqa: SLF001  # python-docx has no other way
    for line in entry.lines:
        cells = table.add_row().cells
        for place, cell in enumerate(cells):
            _say(cell.paragraphs[0], line.labels[place], sheet, place, soft=True)
            _say(cell.add_paragraph(), line.words[place], sheet, place)


def _say(paragraph: Any, words: str, sheet: Sheet, place: int, *, soft: bool = False) -> None:
    """Words in the language of their column. Word needs to be told of every run that it goes from the right."""
    rtl = sheet.directions[place] == "rtl"
    if rtl:
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))  # noqa: SLF001  # python-docx has no other way
    run = paragraph.add_run(words)
    look = run._r.get_or_add_rPr()  # noqa: SLF001  # python-docx has no other way
    if soft:
        run.font.size, run.font.color.rgb = Pt(9), SOFT
    if rtl:
        look.append(OxmlElement("w:rtl"))
    speech = OxmlElement("w:lang")
    speech.set(qn("w:bidi" if rtl else "w:val"), sheet.languages[place])
    look.append(speech)
