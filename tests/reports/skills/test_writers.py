"""The grid of skills in every format, in one language or two."""

import io
import json

import openpyxl
import pypdfium2
import pytest
from docx import Document
from docx.oxml.ns import qn

from cairn.needs.skills import SECTIONS
from cairn.reports import skills
from cairn.reports.skills.pdf import _way
from tests.reports.skills.conftest import SLY

EVERYTHING = [*SECTIONS, skills.WISHES]


@pytest.fixture
def write(told):
    def written(kind, *languages, sections=EVERYTHING):
        return skills.written(told, kind, languages=languages or ("en",), sections=sections)

    return written


def text_of(report):
    pages = pypdfium2.PdfDocument(report.content)
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in pages).split())


def test_the_file_is_called_by_the_code(write, told):
    report = write("pdf")

    assert report.file_name == f"skills-{told.code}.pdf"
    assert report.media_type == "application/pdf"


def test_the_pdf_says_what_was_told_and_nothing_of_it_is_run(write, told):
    told_there = text_of(write("pdf"))

    assert f"Skills of {told.code}" in told_there
    assert "Tigrinya" in told_there
    assert "#panic" in told_there
    assert "No school or course" in told_there
    assert "Expectations" not in told_there
    assert "Not wanted: Farming" in told_there


def test_the_pdf_can_be_read_aloud(write):
    content = write("pdf", "en", "ar").content

    assert b"/StructTreeRoot" in content
    assert b"pdfuaid:part" in content


def test_two_languages_stand_in_the_pdf_side_by_side(write):
    told_there = text_of(write("pdf", "ar", "fr"))

    assert "tigrigna" in told_there
    assert "Érythrée" in told_there


def test_what_is_not_chosen_is_not_there(write):
    assert "Her knee." in text_of(write("pdf"))
    assert "Her knee." not in text_of(write("pdf", sections=["languages"]))


@pytest.mark.parametrize(("words", "way"), [("Doors", "ltr"), ("خياطة", "rtl"), ("123", None)])
def test_own_words_run_their_own_way(words, way):
    assert _way(words) == way


def paragraphs(document):
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    return [*document.paragraphs, *(one for cell in cells for one in cell.paragraphs)]


def test_in_word_every_run_of_arabic_goes_from_the_right(write):
    document = Document(io.BytesIO(write("docx", "en", "ar").content))

    arabic = [one for one in paragraphs(document) if "إريتريا" in one.text]
    english = [one for one in paragraphs(document) if one.text == "Eritrea"]
    assert arabic
    assert english
    assert all(one._p.pPr.find(qn("w:bidi")) is not None for one in arabic)
    assert all(run._r.rPr.find(qn("w:rtl")) is not None for one in arabic for run in one.runs)
    assert all(one._p.pPr is None or one._p.pPr.find(qn("w:bidi")) is None for one in english)
    assert not document.element.findall(f".//{qn('w:bidiVisual')}")


def test_in_word_an_arabic_table_begins_at_the_right(write, told):
    document = Document(io.BytesIO(write("docx", "ar").content))

    assert document.element.findall(f".//{qn('w:bidiVisual')}")
    assert SLY in [one.text for one in paragraphs(document)]
    assert told.code in document.core_properties.title


def test_in_excel_each_language_has_its_columns_and_nothing_is_a_formula(write):
    book = openpyxl.load_workbook(io.BytesIO(write("xlsx", "en", "ar").content))
    sheet = book.active

    assert sheet["A2"].value == "English"
    assert sheet["E2"].value == "العربية"
    cells = {cell.value: cell for row in sheet.iter_rows() for cell in row if cell.value}
    assert cells[SLY].data_type == "s"
    assert cells["إريتريا"].alignment.readingOrder == 2
    assert "No school or course" in cells
    assert not sheet.sheet_view.rightToLeft


def test_an_arabic_workbook_begins_at_the_right(write):
    book = openpyxl.load_workbook(io.BytesIO(write("xlsx", "ar").content))

    assert book.active.sheet_view.rightToLeft


def test_json_holds_codes_and_words(write, told):
    whole = json.loads(write("json", "en", "ar").content)

    assert whole["about"]["code"] == told.code
    assert whole["about"]["languages"] == ["en", "ar"]
    tigrinya, arabic = whole["profile"]["languageSkills"]["entries"]
    assert tigrinya["codes"] == {"language": "ti", "first": True}
    assert arabic["words"]["listening"]["said"]["en"] == "B1: familiar matters, on their own"
    work = whole["profile"]["workExperiences"]["entries"][0]
    assert work["codes"]["occupation"] == "71"
    assert work["words"]["country"]["said"] == {"en": "Eritrea", "ar": "إريتريا"}
    assert work["words"]["tasks"]["said"] == SLY
    assert whole["profile"]["educationTraining"] == {
        "name": whole["profile"]["educationTraining"]["name"],
        "nothingToTell": True,
        "entries": [],
    }
    assert [one["codes"]["code"] for one in whole["profile"]["preferences"]["entries"]] == ["F", "A", "71"]
