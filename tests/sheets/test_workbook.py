import io
import zipfile

import pytest

from cairn.sheets import workbook
from cairn.sheets.workbook import Unreadable, cells_of
from tests.sheets.conftest import a_workbook


def zipped(name="xl/workbook.xml", content=b"x", flag=0):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    data = bytearray(buffer.getvalue())
    place = data.index(b"PK\x01\x02")
    data[place + 8] |= flag
    return bytes(data)


def test_rows_of_a_workbook_and_of_a_text_are_the_same():
    assert cells_of("a.xlsx", a_workbook(["Code", "Days"], [], ["K7", 3])) == [["Code", "Days"], ["K7", 3]]
    assert cells_of("a.csv", "\ufeffCode;Days\nK7;3\n;;\n".encode()) == [["Code", "Days"], ["K7", "3"]]
    assert cells_of("a.csv", "Prénom,x\nÉ,1".encode("cp1252"))[0][0] == "Prénom"


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.xls", b"x", "Only .xlsx and .csv"),
        ("a.xlsx", b"Code,Days", "something else"),
        ("a.csv", b"PK\x03\x04", "something else"),
        ("a.csv", b"a\0b\nc", "something else"),
        ("a.csv", b"Code\n", "no row below"),
        ("a.csv", b'"' + b"x" * 140_000 + b'"\n1', "cannot be read as a table"),
        ("a.csv", b"," * 201 + b"1\n2", "More than 200 columns"),
        ("a.xlsx", b"PK\x03\x04 and then nothing", "damaged"),
        ("a.xlsx", zipped(), "damaged"),
        ("a.xlsx", zipped(content=b"0" * (2**20 * 30)), "unpacks to far more"),
        ("a.xlsx", zipped(flag=1), "encrypted"),
    ],
)
def test_what_is_no_sheet_is_refused_with_a_reason(name, data, words):
    with pytest.raises(Unreadable, match=words):
        cells_of(name, data)


def test_too_much_is_refused(monkeypatch):
    monkeypatch.setattr(workbook, "MOST_BYTES", 2**20)
    with pytest.raises(Unreadable, match="larger than 1 MB"):
        cells_of("a.csv", b"x" * (2**20 + 1))
    monkeypatch.setattr(workbook, "MOST_ROWS", 3)
    with pytest.raises(Unreadable, match="More than 3 rows"):
        cells_of("a.csv", b"a\n" * 6)
    with pytest.raises(Unreadable, match="More than 3 rows"):
        cells_of("a.xlsx", a_workbook(*[["a"]] * 6))
