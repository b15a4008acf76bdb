import io

import openpyxl

from cairn.surveys.writing.workbook import as_xlsx
from tests.surveys.sheets import SHEETS


def test_a_form_goes_out_as_it_would_come_in():
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx(SHEETS, key="today", number=3)))

    assert book.sheetnames == ["survey", "choices", "settings"]
    survey = list(book["survey"].iter_rows(values_only=True))
    assert survey[0][:3] == ("type", "name", "label::English (en)")
    assert len(survey) == 7
    settings = dict(zip(*book["settings"].iter_rows(values_only=True), strict=True))
    assert settings["form_id"] == "today"
    assert settings["version"] == "3"
    assert settings["shown_title::العربية (ar)"] == "كيف كان؟"


def test_a_form_without_settings_or_choices_goes_out_too():
    book = openpyxl.load_workbook(
        io.BytesIO(as_xlsx({"survey": [{"type": "note", "name": "a"}]}, key="a", number=1))
    )

    assert [cell.value for cell in book["settings"][2]] == ["a", "1"]
