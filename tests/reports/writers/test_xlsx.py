import io
from dataclasses import replace

from openpyxl import load_workbook

from cairn.reports import facts


def opened(content: bytes):
    return load_workbook(io.BytesIO(content))


def test_the_workbook_holds_every_item_once(portrait):
    book = opened(facts.written(portrait, "xlsx").content)

    assert book.sheetnames == ["Summary", "Criteria", "Items", "Narratives", "About"]
    items = list(book["Items"].values)
    assert [row[2] for row in items[1:]] == [item.id for item in portrait.items]
    assert items[1][:5] == (
        "Inclusion",
        "Can all kinds of people take part?",
        "I1.1",
        "Everyone gets a fair chance.",
        "Met",
    )
    assert list(book["Criteria"].values)[-1][1] == "All together"
    assert list(book["Narratives"].values)[2][4] == "Not within this programme's scope."
    assert book["Items"].freeze_panes == "A2"


def test_nothing_is_taken_for_a_formula(portrait):
    book = opened(facts.written(portrait, "xlsx").content)

    kinds = {cell.data_type for sheet in book for row in sheet.rows for cell in row}
    assert "f" not in kinds
    assert "=Needs are asked for." in [row[3] for row in book["Items"].values]


def test_sheets_run_from_the_right_where_the_language_does(portrait):
    assert (
        opened(facts.written(replace(portrait, language="ar"), "xlsx").content)
        .worksheets[0]
        .sheet_view.rightToLeft
    )
