"""The sheet as a workbook: one row a field, each language in columns of its own."""

from __future__ import annotations

import io

import xlsxwriter

from cairn.reports.skills.shape import Sheet
from cairn.reports.writers.xlsx import MEDIA_TYPE

__all__ = ["MEDIA_TYPE", "write"]
ORDER = {"ltr": 1, "rtl": 2}
"""How Excel calls the directions of a cell."""
PLAIN = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
"""Nothing that people wrote is ever taken for a formula, a number or a link."""


def write(sheet: Sheet) -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, PLAIN) as book:
        book.set_properties({"title": sheet.titles[0]})
        page = book.add_worksheet()
        if sheet.directions[0] == "rtl":
            page.right_to_left()
        for place, (heading, way) in enumerate(zip(sheet.headings, sheet.directions, strict=True)):
            head = book.add_format({"bold": True, "reading_order": ORDER[way]})
            cell = book.add_format({"text_wrap": True, "valign": "top", "reading_order": ORDER[way]})
            page.set_column(4 * place, 4 * place + 3, 24)
            page.write_string(0, 4 * place, sheet.titles[place], head)
            page.write_string(1, 4 * place, heading, head)
            for down, row in enumerate(rows(sheet, place), start=2):
                for across, words in enumerate(row):
                    page.write_string(down, 4 * place + across, words, cell)
        page.freeze_panes(2, 0)
    return buffer.getvalue()


def rows(sheet: Sheet, place: int) -> list[tuple[str, str, str, str]]:
    """Section, entry, field and what is said, in one of the languages."""
    found = []
    for section in sheet.sections:
        name = section.names[place]
        for entry in section.entries:
            title = entry.titles[place]
            found.append((name, title, "", ""))
            found += [(name, title, line.labels[place], line.words[place]) for line in entry.lines]
        if not section.entries:
            found.append((name, section.nothing[place], "", ""))
    return found
