"""A form as an .xlsx workbook, as XLSForm has it: what is taken away can be brought in again."""

from __future__ import annotations

import io

import xlsxwriter

from cairn.surveys.shape import Row, Sheets

FIRST = ("list_name", "type", "name", "label", "hint", "form_title", "form_id", "version")
"""What people look for comes first; other columns follow as they were written."""


def as_xlsx(sheets: Sheets, *, key: str, number: int) -> bytes:
    """The sheets `survey`, `choices` and `settings`; every cell is text, so that nothing in it is ever run."""
    settings = {"form_id": key, "version": str(number)}
    told: Sheets = {
        **sheets,
        "settings": [{**row, **settings} for row in sheets.get("settings", [])[:1] or [{}]],
    }
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        head = book.add_format({"bold": True, "text_wrap": True})
        for name in ("survey", "choices", "settings"):
            rows = told.get(name, [])
            headings = sorted(dict.fromkeys(heading for row in rows for heading in row), key=_rank)
            sheet = book.add_worksheet(name)
            for across, heading in enumerate(headings):
                sheet.write_string(0, across, heading, head)
            for down, row in enumerate(rows, start=1):
                for across, heading in enumerate(headings):
                    if row.get(heading):
                        sheet.write_string(down, across, row[heading])
            sheet.freeze_panes(1, 0)
            sheet.autofit()
    return buffer.getvalue()


def as_brought(sheets: Sheets) -> Sheets:
    """Without the key and the version that the settings name: those are given here, and changed by every way out."""
    kept: list[Row] = [
        {heading: cell for heading, cell in row.items() if heading not in {"form_id", "version"}}
        for row in sheets.get("settings", [])
    ]
    return {**sheets, "settings": kept}


def _rank(heading: str) -> int:
    """Sorting keeps the order of what ranks alike."""
    column = heading.partition("::")[0]
    return FIRST.index(column) if column in FIRST else len(FIRST)
