import io
from datetime import UTC, date, datetime

import openpyxl

from cairn.common.tables import Column, answer, as_csv, as_xlsx

COLUMNS = (Column("What", lambda row: row[0]), Column("Value", lambda row: row[1]))


def test_a_csv_has_a_head_and_knows_unknown_from_zero():
    text = as_csv(COLUMNS, [("counted", 0), ("not counted", None)]).decode("utf-8-sig")

    assert text.splitlines() == ["What,Value", "counted,0", "not counted,"]


def test_a_cell_that_a_spreadsheet_would_run_is_shown_as_text():
    rows = [("a", "=1+1"), ("b", "\u200b @cmd"), ("c", "＝1"), ("d", "plain - text"), ("e", "")]

    lines = as_csv(COLUMNS, rows).decode("utf-8-sig").splitlines()[1:]

    assert lines == ["a,'=1+1", "b,'\u200b @cmd", "c,'＝1", "d,plain - text", "e,"]


def test_a_workbook_keeps_numbers_days_and_text_apart():
    rows = [
        ("text", "=1+1"),
        ("number", 2.5),
        ("day", date(2024, 5, 1)),
        ("time", datetime(2024, 5, 1, 12, tzinfo=UTC)),
        ("nothing", None),
    ]

    sheet = openpyxl.load_workbook(io.BytesIO(as_xlsx(COLUMNS, rows))).active

    assert [cell.value for cell in sheet["B"][1:]] == [
        "=1+1",
        2.5,
        datetime(2024, 5, 1),  # noqa: DTZ001  # a workbook knows no zones
        datetime(2024, 5, 1, 12),  # noqa: DTZ001
        None,
    ]
    assert sheet["B2"].data_type == "s"


def test_an_empty_table_still_has_its_head():
    sheet = openpyxl.load_workbook(io.BytesIO(as_xlsx(COLUMNS, []))).active

    assert [cell.value for cell in sheet[1]] == ["What", "Value"]


def test_a_download_is_named():
    response = answer("csv", "things", COLUMNS, [])

    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="things.csv"'
