"""The cells of an uploaded sheet: .xlsx or .csv, looked at before it is opened."""

from __future__ import annotations

import csv
import io
import warnings
import zipfile
import zlib
from typing import Any

from django.utils.translation import gettext as _

MOST_BYTES = 20 * 2**20
MOST_UNPACKED = 200 * 2**20
MOST_RATIO = 200
MOST_ROWS = 100_000
MOST_COLUMNS = 200
# What openpyxl and the parsers below it raise for a workbook that is none.
_BROKEN = (
    zipfile.BadZipFile,
    KeyError,
    IndexError,
    TypeError,
    AttributeError,
    OSError,
    SyntaxError,
    EOFError,
    zlib.error,
)


class Unreadable(ValueError):
    """The file is refused; the words say why and what would be taken."""


def cells_of(name: str, data: bytes) -> list[list[Any]]:
    """Every row with something in it, titles first; None where a cell is empty. Raises Unreadable."""
    if len(data) > MOST_BYTES:
        raise Unreadable(_("The file is larger than %(most)d MB.") % {"most": MOST_BYTES // 2**20})
    ending = name.rpartition(".")[2].lower()
    if ending not in {"xlsx", "csv"}:
        raise Unreadable(_("Only .xlsx and .csv files can be taken in. Save the sheet as one of them."))
    zipped = data.startswith(b"PK")
    if zipped != (ending == "xlsx"):
        raise Unreadable(
            _("The file’s name says .%(ending)s, but its content is something else.") % {"ending": ending}
        )
    rows = _xlsx(data) if zipped else _csv(data)
    rows = [row for row in rows if any(cell is not None and str(cell).strip() for cell in row)]
    if len(rows) < 2:
        raise Unreadable(_("There is no row below the titles."))
    return rows


def _xlsx(data: bytes) -> list[list[Any]]:
    import openpyxl  # noqa: PLC0415  # heavy, and needed by few requests

    _refuse_bombs(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and validations that we do not read
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            return [_cut(row) for row in _bounded(book.worksheets[0].iter_rows(values_only=True))]
    except _BROKEN as fault:
        raise Unreadable(_("The workbook is damaged and cannot be opened.")) from fault


def _refuse_bombs(data: bytes) -> None:
    try:
        members = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as fault:
        raise Unreadable(_("The workbook is damaged and cannot be opened.")) from fault
    if any(member.flag_bits & 1 for member in members):
        raise Unreadable(_("The workbook is encrypted; save it without a password and try again."))
    sizes = [(member.file_size, max(member.compress_size, 1)) for member in members]
    if sum(size for size, _packed in sizes) > MOST_UNPACKED or any(
        size > 2**20 and size > MOST_RATIO * packed for size, packed in sizes
    ):
        raise Unreadable(_("The workbook unpacks to far more than a sheet needs and was not opened."))


def _csv(data: bytes) -> list[list[Any]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    if "\0" in text:
        raise Unreadable(
            _("The file’s name says .%(ending)s, but its content is something else.") % {"ending": "csv"}
        )
    first = text.partition("\n")[0]
    mark = max(",;\t", key=first.count)
    try:
        return [_cut(row) for row in _bounded(csv.reader(io.StringIO(text), delimiter=mark))]
    except csv.Error as fault:
        raise Unreadable(_("The file cannot be read as a table: %(why)s.") % {"why": fault}) from fault


def _bounded(rows: Any) -> Any:
    for count, row in enumerate(rows):
        if count > MOST_ROWS:
            raise Unreadable(
                _("More than %(most)s rows: divide the sheet and bring the parts in one by one.")
                % {"most": MOST_ROWS}
            )
        yield row


def _cut(row: Any) -> list[Any]:
    cells = [None if cell == "" else cell for cell in row]
    while cells and cells[-1] is None:
        cells.pop()
    if len(cells) > MOST_COLUMNS:
        raise Unreadable(_("More than %(most)s columns.") % {"most": MOST_COLUMNS})
    return cells
