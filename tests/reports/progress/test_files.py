"""One paper in three formats: each says every figure, every reason and every source."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import date

import openpyxl
import pypdfium2
import pytest
from django.test import Client
from django.urls import reverse
from docx import Document
from docx.oxml.ns import qn

from cairn.progress.shape import from_text, said, to_text
from cairn.reports import progress
from cairn.reports.progress.pdf import words_of as pdf_words
from cairn.trail.models import Entry
from tests.reports.progress.conftest import SLY


def flat(words):
    return re.sub(r"[\s­]+", "", words)


def pdf(content):
    return flat("".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content)))


def docx(content):
    return flat(
        "".join(node.text or "" for node in Document(io.BytesIO(content)).element.body.iter(qn("w:t")))
    )


def xlsx(content):
    book = openpyxl.load_workbook(io.BytesIO(content))
    cells = [cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row]
    return flat(" ".join(said(cell) for cell in cells if cell is not None))


READ = {"pdf": pdf, "docx": docx, "xlsx": xlsx}


@pytest.mark.parametrize("kind", progress.FORMATS)
def test_every_format_says_the_same_figures(paper, kind):
    text = READ[kind](progress.written(paper, kind).content)

    for part in paper.parts:
        assert flat(part.source) in text, part.key
        for figure in part.figures:
            assert flat(figure.label) in text, figure.key
            assert flat(figure.words) in text, figure.key
        for table in part.tables:
            for row in table.rows:
                assert [cell for cell in row if cell is not None and flat(said(cell)) not in text] == [], (
                    table.key
                )
    for section in paper.sections:
        for one in section.reasons:
            assert flat(one.words) in text
            assert flat(one.reason) in text


@pytest.mark.parametrize("kind", progress.FORMATS)
def test_words_are_words_and_nothing_of_them_is_run(paper, kind):
    text = READ[kind](progress.written(paper, kind).content)

    assert flat('#panic("run")') in text
    assert flat("{{ 7 * 7 }}") in text
    assert flat(SLY[:4]) in text


@pytest.mark.parametrize(("kind", "start"), [("pdf", b"%PDF"), ("docx", b"PK"), ("xlsx", b"PK")])
def test_a_signed_report_in_a_language_from_the_right(paper, kind, start):
    signed = replace(paper, language="ar", signed_by="Rian", signed_on=date(2025, 7, 9))

    file = progress.written(signed, kind)

    assert file.content.startswith(start)
    assert file.file_name == f"steady-steps-2025-01-01-2025-06-30.{kind}"
    assert flat("Rian") in READ[kind](file.content)


def test_figures_of_the_last_report_stand_beside(paper):
    first, *rest = paper.sections
    part = replace(
        first.parts[0], figures=tuple(replace(one, before="99 before") for one in first.parts[0].figures)
    )
    both = replace(paper, sections=(replace(first, parts=(part,)), *rest))

    for kind in progress.FORMATS:
        assert flat("99 before") in READ[kind](progress.written(both, kind).content)


def test_a_report_of_nothing(paper):
    bare = replace(
        paper,
        practice="…",
        sections=tuple(replace(one, words="", parts=(), reasons=()) for one in paper.sections),
    )

    for kind in progress.FORMATS:
        assert progress.written(bare, kind).file_name.startswith("report-")


@pytest.fixture
def charted(paper):
    """Those tables that have charts."""
    return [table for part in paper.parts for table in part.tables if table.charts]


def test_progress_and_money_are_drawn(charted):
    assert [table.key for table in charted] == ["course", "months"]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_charts_stand_in_the_pdf_and_are_said_in_words(paper, charted, language):
    content = progress.written(replace(paper, language=language), "pdf").content

    text = pdf(content)
    assert b"pdfuaid" in content
    assert content.count(b"/S/Figure") >= len(charted) or content.count(b"/S /Figure") >= len(charted)
    for table in charted:
        assert flat(table.reading) in text or language == "ar"


def test_charts_are_pictures_with_words_in_the_document(paper, charted):
    document = Document(io.BytesIO(progress.written(paper, "docx").content))

    pictures = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert len(pictures) == len(charted)
    assert all(table.charts[0].title in words for table, words in zip(charted, pictures, strict=True))
    assert "5 women" in pictures[0]
    assert flat(charted[0].reading) in docx(progress.written(paper, "docx").content)


def test_a_table_without_charts_says_nothing_of_reading(paper):
    tables = tuple(replace(table, charts=(), reading="") for table in paper.parts[2].tables)
    bare = replace(
        paper, sections=(replace(paper.sections[0], parts=(replace(paper.parts[2], tables=tables),)),)
    )

    assert len(Document(io.BytesIO(progress.written(bare, "docx").content)).inline_shapes) == 0


def test_what_was_signed_is_drawn_from_what_was_signed(paper):
    """Kept as text and read again, it is the same file, whatever the records say by then."""
    again = from_text(to_text(paper))

    assert pdf_words(again) == pdf_words(paper)


@pytest.mark.parametrize("kind", progress.FORMATS)
def test_a_signed_report_is_the_same_file_whenever_it_is_fetched(paper, kind):
    """Word packs, Excel and PDF note the time of writing, so each says the day of the signature instead."""
    signed = replace(paper, signed_by="Rian", signed_on=date(2025, 7, 9))
    first = progress.written(signed, kind).content

    if kind == "pdf":
        assert b"D:20250709" in first
    else:
        with zipfile.ZipFile(io.BytesIO(first)) as packed:
            assert {one.date_time[0] for one in packed.infolist()} == {1980}
            assert kind == "docx" or b"2025-07-09T00:00:00Z" in packed.read("docProps/core.xml")
    assert progress.written(signed, kind).content == first


class TestDownload:
    def test_is_noted(self, report, coordinator):
        client = Client()
        client.force_login(coordinator)

        answer = client.get(reverse("progress_file", args=[report.practice_id, report.pk, "xlsx"]))

        assert answer["Content-Disposition"].startswith("attachment")
        assert Entry.objects.filter(deed="exported", thing=f"progress:{report.pk}").exists()

    def test_no_such_format(self, report, coordinator):
        client = Client()
        client.force_login(coordinator)

        assert (
            client.get(reverse("progress_file", args=[report.practice_id, report.pk, "odt"])).status_code
            == 404
        )
