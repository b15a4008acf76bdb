"""The report as a Word document, to go on with or to hand in."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _
from docx import Document
from docx.oxml import OxmlElement
from docx.shared import Cm, Pt, RGBColor

from cairn.comparison.pictures import as_png
from cairn.progress.shape import Paper, Part, Section, Table, said
from cairn.reports import prose
from cairn.reports.progress import drawing, wording
from cairn.reports.wording import clean
from cairn.reports.writers.docx import MEDIA_TYPE, PROPERTY, speak

__all__ = ["MEDIA_TYPE", "write"]
WIDE = Cm(11)
"""Of a chart."""
SOFT = RGBColor(0x55, 0x63, 0x6B)
STYLES = {"bullet": "List Bullet", "number": "List Number", "paragraph": None}


def write(paper: Paper) -> bytes:
    document = Document()
    document.core_properties.title = clean(paper.title)[:PROPERTY]
    document.core_properties.author = clean(paper.organisation)[:PROPERTY]
    document.add_paragraph(clean(paper.title), style="Title")
    put_table(document, (), wording.facts(paper))
    for section in paper.sections:
        _section(document, section)
    speak(document, paper.language)
    buffer = io.BytesIO()
    document.save(buffer)
    return _timeless(buffer)


def _timeless(file: io.BytesIO) -> bytes:
    """The same file without the times at which its parts were packed."""
    packed = io.BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name), old.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _section(document: Any, section: Section) -> None:
    document.add_heading(clean(section.title), level=1)
    put_words(document, section.words)
    if section.reasons:
        document.add_heading(_("Why it went otherwise"), level=2)
        reasons = [(one.words, one.reason or "–") for one in section.reasons]
        put_table(document, (_("What"), _("Why")), reasons)
    for part in section.parts:
        _part(document, part)


def put_words(document: Any, words: str) -> list[Any]:
    """Paragraphs and lists; gives them back in their order."""
    found = []
    for block in prose.blocks(clean(words)):
        paragraph = document.add_paragraph(style=_known(document, STYLES[block.kind]))
        for run in block.runs:
            made = paragraph.add_run(run.text)
            made.bold, made.italic = run.bold or None, run.italic or None
        found.append(paragraph)
    return found


def _part(document: Any, part: Part) -> None:
    document.add_heading(clean(part.title), level=2)
    before = any(one.before for one in part.figures)
    heads = (_("Figure"), _("Value"), _("Last report"))[: 3 if before else 2]
    rows = [(one.label, one.words, one.before)[: len(heads)] for one in part.figures]
    put_table(document, heads, rows)
    for table in part.tables:
        if table.rows:
            document.add_heading(clean(table.title), level=3)
            put(document, table)
    _soft(document, wording.source(part))


def put(document: Any, table: Table) -> Any:
    """One table of a report, with its charts above and its note below."""
    if table.charts:
        _soft(document, table.reading)
    for chart in drawing.drawn(table):
        _picture(document, chart)
    made = put_table(document, table.columns, [[said(cell) for cell in row] for row in table.rows])
    if table.note:
        _soft(document, table.note)
    return made


def _picture(document: Any, chart: drawing.Drawn) -> None:
    """Word shows no SVG everywhere; a PNG it does."""
    document.add_paragraph().add_run(chart.title).bold = True
    shape = document.add_picture(io.BytesIO(as_png(chart.picture)), width=WIDE)
    shape._inline.docPr.set("descr", chart.alt)  # noqa: SLF001  # python-docx has no other way


def put_table(document: Any, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Any:
    """The head comes again on every page."""
    made = document.add_table(rows=0, cols=len(heads or rows[0]), style=_known(document, "Table Grid"))
    for row in ([heads] if heads else []) + list(rows):
        for cell, words in zip(made.add_row().cells, row, strict=True):
            cell.text = clean(words)
            for run in cell.paragraphs[0].runs:
                run.font.size = Pt(8 if len(row) > 6 else 9)
                run.bold = (row is heads) or None
    if heads:
        made.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001  # python-docx has no other way
    return made


def _known(document: Any, style: str | None) -> str | None:
    """A style by its name; None, for the usual one, where a funder's file does not have it."""
    return style if style in {one.name for one in document.styles} else None


def _soft(document: Any, words: str) -> None:
    run = document.add_paragraph().add_run(clean(words))
    run.font.size, run.font.color.rgb = Pt(8), SOFT
