"""Evidence that a practice agreed to show: in every file in words, beside its item; without consent nothing of it anywhere."""

import io
from dataclasses import replace

import pypdfium2
import pytest
from docx import Document
from openpyxl import load_workbook

from cairn.publications.portrait import EvidencePortrait
from cairn.reports import facts

SAID = "●●○ Strength 2 of 3: counted from daily records · November 2026"
ABOUT = "nobody outside has checked them"


@pytest.fixture
def shown(portrait):
    """The first item shows its evidence, no other does."""
    group, other = portrait.nodes
    question = group.children[0]
    item = question.children[0]
    item = replace(item, mark=replace(item.mark, evidence=EvidencePortrait(2, "2026-11")))
    question = replace(question, children=(item, *question.children[1:]))
    return replace(portrait, nodes=(replace(group, children=(question, *group.children[1:])), other))


def text_of(content: bytes, kind: str) -> str:
    if kind == "pdf":
        pages = pypdfium2.PdfDocument(content)
        return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pages)
    if kind == "docx":
        document = Document(io.BytesIO(content))
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        return " ".join([*cells, *(paragraph.text for paragraph in document.paragraphs)])
    if kind == "xlsx":
        book = load_workbook(io.BytesIO(content))
        return " ".join(str(cell) for sheet in book for row in sheet.values for cell in row)
    return content.decode()


@pytest.mark.parametrize("kind", ["pdf", "docx", "xlsx", "html"])
def test_every_file_says_it_once_and_what_it_is(shown, kind):
    text = text_of(facts.written(shown, kind).content, kind)

    assert text.count(SAID) == 1
    assert ABOUT in text


@pytest.mark.parametrize("kind", ["pdf", "docx", "xlsx", "html"])
def test_without_consent_no_file_says_anything_of_it(portrait, kind):
    text = text_of(facts.written(portrait, kind).content, kind)

    assert "Evidence" not in text
    assert "●" not in text
    assert ABOUT not in text


def test_a_workbook_has_strength_and_month_of_their_own(shown):
    rows = list(load_workbook(io.BytesIO(facts.written(shown, "xlsx").content))["Items"].values)

    assert rows[0][9:] == ("Evidence", "Strength, 0 to 3", "Newest record")
    assert rows[1][9:] == (SAID, 2, "2026-11")
    assert rows[2][9:] == (None, None, None)


def test_a_document_lists_it_apart_so_that_no_note_holds_it(shown):
    tables = Document(io.BytesIO(facts.written(shown, "docx").content)).tables
    rows = [[cell.text for cell in row.cells] for table in tables for row in table.rows]

    assert ["I1.1", "✓ Met", "Everyone gets a fair chance.", "Seen on two visits.\nAsk again."] in rows
    assert ["I1.1", SAID] in rows
