"""Workbooks come from anywhere: they are read, or refused with a reason."""

import io
import zipfile

import pytest
from openpyxl import Workbook

from cairn.surveys import reading
from cairn.surveys.compiling import Refused, compiled
from cairn.surveys.reading import sheets_of


def a_workbook(**sheets):
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    return written(book)


def written(book):
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def why_not(data):
    with pytest.raises(Refused) as refused:
        sheets_of(data)
    (fault,) = refused.value.faults
    return fault.message


def test_rows_keep_their_lines():
    data = a_workbook(
        survey=[["type", "name", "label"], [None, None, None], ["text", "q", " Words "]],
        choices=[["list_name", "name", "label"], ["faces", 1, True]],
        notes=[["anything"]],
        entities=[["list_name"], ["people"]],
    )

    assert sheets_of(data) == {
        "survey": [{}, {"type": "text", "name": "q", "label": "Words"}],
        "choices": [{"list_name": "faces", "name": "1", "label": "TRUE"}],
        "entities": [{"list_name": "people"}],
    }


def test_a_workbook_compiles():
    data = a_workbook(survey=[["type", "name", "label"], [None] * 3, ["text", "q", "Words"]])

    assert [
        question.name for question in compiled(sheets_of(data), key="k", number=1).survey.questions()
    ] == ["q"]


def test_formulas_are_never_worked_out():
    data = a_workbook(survey=[["type", "name", "label"], ["text", "q", "=1+1"]])

    assert sheets_of(data)["survey"] == [{"type": "text", "name": "q"}]


@pytest.mark.parametrize("data", [b"", b"type,name,label", b"%PDF-1.7"])
def test_what_is_no_workbook_is_refused(data):
    assert ".xlsx" in why_not(data)


def test_a_large_file_is_not_opened():
    assert "2 MB" in why_not(b"PK" + b"\0" * reading.MOST_BYTES)


def test_a_file_that_swells_is_not_opened():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * (reading.MOST_UNPACKED + 1))

    assert "unpacks" in why_not(file.getvalue())


def test_entities_are_not_followed():
    entities = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;">]>'
    whole = a_workbook(survey=[["type", "name", "label"], ["text", "q", "Words"]])
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as source, zipfile.ZipFile(file, "w") as target:
        for member in source.infolist():
            data = source.read(member)
            if member.filename.startswith("xl/worksheets/"):
                data = entities.encode() + data.replace(b"<v>", b"<v>&b;")
            target.writestr(member, data)

    assert "cannot be opened" in why_not(file.getvalue())


def test_damaged_files_are_refused():
    assert "cannot be opened" in why_not(b"PK\x03\x04" + b"\0" * 600)


def test_old_workbooks_are_not_opened():
    assert "Save it as .xlsx" in why_not(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)


def test_two_columns_of_one_heading_are_refused():
    assert "label" in why_not(a_workbook(survey=[["type", "label", "label"], ["text", "a", "b"]]))
