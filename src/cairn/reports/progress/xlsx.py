"""The report as a workbook for those who count: every figure with its source, every table as numbers."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime, time

import xlsxwriter
from django.utils.translation import gettext as _

from cairn.progress.shape import Cell, Paper
from cairn.reports.progress import wording
from cairn.reports.wording import direction
from cairn.reports.writers.xlsx import MEDIA_TYPE, PLAIN, put_sheet

__all__ = ["MEDIA_TYPE", "write"]
STRANGE = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
"""Characters that the name of a sheet may not have."""
Sheet = tuple[str, list[str], list[list[Cell]]]


def write(paper: Paper) -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, PLAIN) as book:
        made = datetime.combine(wording.settled_on(paper), time())
        book.set_properties({"title": paper.title, "author": paper.organisation, "created": made})
        for number, (name, head, rows) in enumerate(sheets(paper), start=1):
            put_sheet(
                book, f"{number} {name.translate(STRANGE)}", head, rows, direction(paper.language) == "rtl"
            )
    return buffer.getvalue()


def sheets(paper: Paper) -> Iterator[Sheet]:
    """Name, head and rows of every sheet."""
    yield _("Report"), [_("Fact"), _("What is known")], [list(row) for row in wording.facts(paper)]
    heads = [_("Section"), _("Group"), _("Figure"), _("Value"), _("Number"), _("Last report"), _("Source")]
    yield _("Figures"), heads, list(_figures(paper))
    texts: list[list[Cell]] = [[section.title, section.words] for section in paper.sections if section.words]
    yield _("Texts"), [_("Section"), _("Text")], texts
    reasons: list[list[Cell]] = [
        [one.words, one.reason or None] for section in paper.sections for one in section.reasons
    ]
    yield _("Reasons"), [_("What"), _("Why it went otherwise")], reasons
    for part in paper.parts:
        for table in part.tables:
            if table.rows:
                yield table.title, list(table.columns), [list(row) for row in table.rows]


def _figures(paper: Paper) -> Iterator[list[Cell]]:
    for section in paper.sections:
        for part in section.parts:
            for one in part.figures:
                yield [
                    section.title, part.title, one.label, one.words, one.number, one.before or None, wording.source(part),
                ]  # fmt: skip
