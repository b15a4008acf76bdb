import io
import zipfile

import pytest
from openpyxl import Workbook, load_workbook

from cairn.frameworks.reading import read_workbook, read_yaml
from cairn.frameworks.workbook import ROW_LIMIT, UNPACKED_LIMIT, as_workbook
from tests.frameworks.written import SOUND


@pytest.fixture
def book():
    """The small framework, open in Excel."""
    return load_workbook(io.BytesIO(as_workbook(read_yaml(SOUND, "tea.yaml").framework)))


def read(book):
    buffer = io.BytesIO()
    book.save(buffer)
    return read_workbook(buffer.getvalue(), "tea.xlsx")


def column(sheet, title):
    return next(cell.column for cell in sheet[1] if cell.value == title)


def only_fault(book):
    written = read(book)
    assert not written.usable
    (fault,) = written.faults
    return fault


def test_an_unchanged_workbook_is_the_same_framework(book):
    assert read(book).framework == read_yaml(SOUND, "tea.yaml").framework


def test_a_fault_in_a_cell_names_sheet_row_and_column(book):
    book["nodes"].cell(row=3, column=column(book["nodes"], "kind")).value = "riddle"

    assert only_fault(book).place == "tea.xlsx, sheet nodes, row 3, column “kind”"


def test_a_missing_cell_names_its_row(book):
    book["nodes"].cell(row=3, column=column(book["nodes"], "text")).value = None

    assert only_fault(book).place == "tea.xlsx, sheet nodes, row 3"


def test_an_unknown_tag_names_its_cell(book):
    book["nodes"].cell(row=4, column=column(book["nodes"], "tags")).value = "east; west"

    assert only_fault(book).place == "tea.xlsx, sheet nodes, row 4, column “tags”"


def test_a_missing_key_names_the_first_sheet(book):
    book["framework"].cell(row=5, column=2).value = None

    assert only_fault(book).place == "tea.xlsx, sheet framework"


def test_numbers_typed_where_text_belongs_are_text(book):
    sheet = book["nodes"]
    sheet.cell(row=4, column=column(sheet, "text")).value = 2024.0
    sheet.cell(row=4, column=column(sheet, "rule.min_share")).value = None
    sheet.cell(row=4, column=column(sheet, "weight")).value = 2.0

    item = read(book).framework.by_id["Q.1"]

    assert (item.text, item.weight) == ("2024", 2)


def test_rules_stand_in_columns_of_their_own(book):
    sheet = book["nodes"]
    sheet.cell(row=2, column=column(sheet, "rule.min_met")).value = 1
    sheet.cell(row=2, column=column(sheet, "rule.max_not_met")).value = 0
    sheet.cell(row=3, column=column(sheet, "narrative")).value = False

    framework = read(book).framework

    assert (framework.nodes[0].rule.min_met, framework.nodes[0].rule.max_not_met) == (1, 0)
    assert not framework.by_id["Q"].narrative
    assert read_workbook(as_workbook(framework), "again.xlsx").framework == framework


def test_an_unknown_column_is_named_with_its_cell(book):
    book["nodes"].cell(row=1, column=2).value = "mother"

    fault = only_fault(book)

    assert fault.place == "tea.xlsx, sheet nodes, cell B1"
    assert fault.fix.startswith("use: id, parent, kind")


def test_an_unknown_key_is_named_with_its_cell(book):
    book["framework"].cell(row=2, column=1).value = "rule"

    assert only_fault(book).place == "tea.xlsx, sheet framework, cell A2"


def test_a_missing_sheet_is_named(book):
    del book["levels"]

    assert only_fault(book).what == "There is no sheet “levels”"


def test_tags_may_be_left_out(book):
    del book["tags"]

    assert only_fault(book).what == "There is no tag “east”"


def test_a_parent_must_stand_above_its_child(book):
    book["nodes"].move_range("A2:V2", rows=10)

    fault = only_fault(book)

    assert fault.place == "tea.xlsx, sheet nodes, row 3, column “parent”"
    assert fault.what == "There is no node “T” above this row"


def test_a_level_without_a_scale_names_its_row(book):
    book["levels"].cell(row=4, column=1).value = None

    assert "sheet levels, row 4" in {fault.place.partition(", ")[2] for fault in read(book).faults}


def test_empty_sheets_are_told_by_their_names():
    book = Workbook()
    for name in ("framework", "levels", "nodes", "tags"):
        book.create_sheet(name)

    places = {fault.place for fault in read(book).faults}

    assert {"tea.xlsx, sheet levels", "tea.xlsx, sheet nodes", "tea.xlsx, sheet framework"} == places


def test_a_sheet_with_endless_rows_is_refused(book):
    book["nodes"].cell(row=ROW_LIMIT + 1, column=1).value = "far away"

    assert only_fault(book).what == f"There are more than {ROW_LIMIT} rows"


def test_a_workbook_that_unpacks_to_too_much_is_refused():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb", b"\0" * (UNPACKED_LIMIT + 1))

    (fault,) = read_workbook(buffer.getvalue(), "bomb.xlsx").faults

    assert fault.what == "The workbook is too large when unpacked"


def test_what_is_no_workbook_is_refused():
    empty = io.BytesIO()
    zipfile.ZipFile(empty, "w").close()

    for content in (b"", b"not a workbook", empty.getvalue()):
        (fault,) = read_workbook(content, "x.xlsx").faults
        assert fault.what == "This is not an Excel workbook (.xlsx)"


def test_content_beyond_the_known_columns_is_refused_and_not_dropped(book):
    book["nodes"].cell(row=1, column=60).value = "far right"

    assert "columns" in only_fault(book).what
