"""Any list as a table to take away: CSV or a workbook, safe to open in a spreadsheet."""

import csv
import io
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from django.http import HttpResponse
from django.utils.functional import Promise

CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMULA = frozenset("=+-@|%")
"""First characters that make a spreadsheet run a cell instead of showing it."""

Cell = str | int | float | date | None


class Column(NamedTuple):
    title: str | Promise
    of: Callable[[Any], Cell]
    """The cell of a row; None where nothing is known, which is shown empty and never as zero."""


def answer(kind: str, name: str, columns: Sequence[Column], rows: Iterable[Any]) -> HttpResponse:
    """A download of `kind` "csv" or "xlsx", named `name` (without ending)."""
    write, content_type = {"csv": (as_csv, CSV), "xlsx": (as_xlsx, XLSX)}[kind]
    response = HttpResponse(write(columns, rows), content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    return response


def as_csv(columns: Sequence[Column], rows: Iterable[Any]) -> bytes:
    """UTF-8 with the mark by which spreadsheets know it."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([column.title for column in columns])
    writer.writerows([_safe(column.of(row)) for column in columns] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def as_xlsx(columns: Sequence[Column], rows: Iterable[Any]) -> bytes:
    """One sheet; the head stays in sight and every column can be filtered."""
    import xlsxwriter  # noqa: PLC0415  # heavy, and needed by few requests

    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "default_date_format": "yyyy-mm-dd"}) as book:
        sheet = book.add_worksheet()
        head = book.add_format({"bold": True, "text_wrap": True})
        for across, column in enumerate(columns):
            sheet.write_string(0, across, str(column.title), head)
        last = 0
        for last, row in enumerate(rows, start=1):
            for across, column in enumerate(columns):
                _write(sheet, last, across, column.of(row))
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, last, len(columns) - 1)
        sheet.autofit()
    return buffer.getvalue()


def _write(sheet: Any, down: int, across: int, cell: Cell) -> None:
    """Text is written as text, so that nothing in it is ever run."""
    if isinstance(cell, datetime):
        sheet.write_datetime(down, across, cell.replace(tzinfo=None))
    elif isinstance(cell, date):
        sheet.write_datetime(down, across, cell)
    elif isinstance(cell, (int, float)):
        sheet.write_number(down, across, cell)
    elif cell:
        sheet.write_string(down, across, cell)


def _safe(cell: Cell) -> Cell:
    """Text that a spreadsheet would run gets an apostrophe; invisible characters before it do not hide it."""
    if not isinstance(cell, str):
        return cell
    seen = unicodedata.normalize("NFKC", cell)
    first = next((char for char in seen if unicodedata.category(char)[0] not in "ZC"), "")
    return f"'{cell}" if first in FORMULA else cell
