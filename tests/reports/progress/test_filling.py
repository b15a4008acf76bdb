"""A funder's own Word file: filled where its placeholders stand; what is not known is named."""

import io
import zipfile
from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from docx import Document
from docx.oxml.ns import qn

from cairn.progress import bringing, facts
from cairn.reports.faults import ReportFault
from cairn.reports.progress import locating
from cairn.reports.progress.filling import filled, unknown_in
from tests.factories import Funder, a_person
from tests.progress.factories import a_word_file, kept, signed

SECTIONS = {"summary", "people"}


def text_of(content):
    document = Document(io.BytesIO(content))
    return "\n".join(node.text or "" for node in document.element.body.iter(qn("w:t")))


def test_figures_texts_and_tables_where_they_belong(paper):
    file = a_word_file(
        "{{ report.title }}, {{ report.period }}, signed by {{ report.signed_by }}",
        "Reached: {{ people.unique }}",
        "{{ texts.summary }}",
        "In short: {{ texts.strange_one }}{{ tables.budget.categories }}",
        "{{ tables.budget.categories }}",
        "{{ tables.partners.meetings }}",
        "{% for one in reasons %}{{ one.what }}: {{ one.why }}{% endfor %}",
    )

    content = filled(paper, file)

    text = text_of(content)
    assert "Reached: 20" in text
    assert "Half a year, Jan. 1, 2025 to June 30, 2025" in text
    assert "A firm closed." in text
    assert "In short: Budget by category" in text
    assert "nothing recorded" in text
    assert "⟦" not in text
    document = Document(io.BytesIO(content))
    assert [cell.text for cell in document.tables[0].rows[0].cells][:2] == ["Category", "Budget"]
    body = [child.tag.rpartition("}")[2] for child in document.element.body]
    assert body.index("tbl") > 3
    assert "Ghent" in text


def test_tables_row_by_row_in_the_funders_own_table(paper):
    document = Document()
    table = document.add_table(rows=3, cols=2)
    table.cell(0, 0).text = "{%tr for row in tables.budget.categories.rows %}"
    table.cell(1, 0).text = "{{ row[0] }}"
    table.cell(1, 1).text = "{{ row[1] }}"
    table.cell(2, 0).text = "{%tr endfor %}"

    rows = Document(io.BytesIO(filled(paper, kept(document)))).tables[0].rows

    assert rows[0].cells[1].text == "12,000"
    assert rows[-1].cells[0].text == "All together"


def test_a_table_within_a_cell(paper):
    document = Document()
    document.add_table(rows=1, cols=1).cell(0, 0).text = "{{ tables.people.sex_age }}"

    made = Document(io.BytesIO(filled(paper, kept(document))))

    assert made.tables[0].cell(0, 0).tables[0].cell(0, 0).text == "Age"


def test_without_the_styles_that_ours_has(paper):
    document = Document(io.BytesIO(a_word_file("{{ tables.budget.categories }}", "{{ texts.summary }}")))
    for name in ("Table Grid", "List Bullet", "List Number"):
        document.styles[name].delete()

    made = Document(io.BytesIO(filled(paper, kept(document))))

    assert made.tables[0].cell(0, 0).text == "Category"


def test_what_this_report_does_not_have(paper):
    bare = replace(paper, sections=())

    text = text_of(filled(bare, a_word_file("{{ people.unique }}", "{{ tables.people.sex_age }}")))

    assert text.split("\n") == ["not in this report", "not in this report"]


def test_words_of_people_are_never_run(paper):
    assert "{{ 7 * 7 }}" in text_of(filled(paper, a_word_file("{{ texts.summary }}")))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "{{ people.unique }} {{ report.title }} {{ texts.summary }} {{ tables.people.sex_age.rows[0][1] }}",
            [],
        ),
        ("{% for row in tables.budget.categories.rows %}{{ row.x }}{% endfor %}", []),
        ("{{ people.uniqe }}", ["“people.uniqe” is not known. Did you mean “people.unique”?"]),
        ("{{ zzz }}", ["“zzz” is not known. All words are listed under Words for Word templates."]),
        ("{{ texts.summry }}", ["“texts.summry” is not known. Did you mean “texts.summary”?"]),
        ("{{ tables.peopel.sex }} {{ zzz.a }} {{ cycler().next }}", 2),
    ],
)
def test_what_is_not_known_is_named(words, said):
    found = unknown_in(a_word_file(words), SECTIONS)

    assert found == said if isinstance(said, list) else len(found) == said


def test_heads_and_feet_are_read_as_well():
    document = Document()
    document.sections[0].header.paragraphs[0].text = "{{ strange }}"

    assert len(unknown_in(kept(document), SECTIONS)) == 1


def broken_inside():
    """A Word file by its names, with something else in it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(a_word_file())) as sound, zipfile.ZipFile(buffer, "w") as made:
        for name in sound.namelist():
            made.writestr(name, b"<w:document" if name == "word/document.xml" else sound.read(name))
    return buffer.getvalue()


@pytest.mark.parametrize("content", [b"no", a_word_file("{{ people.unique"), broken_inside()])
def test_what_cannot_be_filled(paper, content):
    with pytest.raises(ReportFault):
        unknown_in(content, SECTIONS)
    with pytest.raises(ReportFault):
        filled(paper, content)


class TestPages:
    @pytest.fixture
    def client(self, coordinator):
        client = Client()
        client.force_login(coordinator)
        return client

    def test_bringing_one(self, client, practice, organisation):
        address = reverse("progress_word_new", args=[practice.pk])
        assert client.get(address).status_code == 200
        file = SimpleUploadedFile("form.docx", a_word_file())

        assert client.post(address, {"name": "City", "file": file}).status_code == 302
        assert facts.words_of(organisation).get().name == "City"

    @pytest.mark.parametrize(
        ("content", "said"),
        [
            (b"no", "not a Word file"),
            (a_word_file("{{ people.uniqe }}"), "Did you mean “people.unique”?"),
            (b"x" * 5_000_001, "at most 5 MB"),
        ],
    )
    def test_what_is_wrong_with_it(self, client, practice, content, said):
        file = SimpleUploadedFile("form.docx", content)

        answer = client.post(reverse("progress_word_new", args=[practice.pk]), {"name": "City", "file": file})

        assert answer.status_code == 422
        assert said in answer.content.decode()

    @pytest.fixture
    def address(self, report, organisation, coordinator):
        def of(words, name="City"):
            content = a_word_file("Dear reader,", words)
            word = bringing.keep_word(organisation=organisation, name=name, content=content, by=coordinator)
            return reverse("progress_filled", args=[report.practice_id, report.pk, word.pk])

        return of

    def test_filling_it(self, client, report, address):
        found = address("{{ people.unique }}")

        assert found in client.get(report.get_absolute_url()).content.decode()
        assert client.get(found).status_code == 200

    def test_what_breaks_is_told_with_its_place_the_way_to_mend_it_and_other_files(
        self, client, report, address
    ):
        broken, sound = address("So many: {{ 2 * 3 }}"), address("{{ people.unique }}", "Region")

        answer = client.get(broken)

        page = " ".join(answer.content.decode().split())
        assert answer.status_code == 422
        assert "where it says “So many: {{ 2 * 3 }}”: a template may not calculate with *" in page
        assert reverse("progress_word_new", args=[report.practice_id]) in page
        assert reverse("progress_file", args=[report.practice_id, report.pk, "pdf"]) in page
        assert f'href="{sound}"' in page
        assert f'href="{broken}"' not in page

    def test_who_only_reads_is_told_whom_to_tell(self, report, organisation, reviewer, address):
        signed(report, reviewer)
        broken = address("So many: {{ 2 * 3 }}")
        funder = Client()
        funder.force_login(a_person("Fay", organisation, Funder))

        page = funder.get(broken).content.decode()

        assert "Tell those who write this report" in page
        assert reverse("progress_word_new", args=[report.practice_id]) not in page


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("So: {{ people.unique", "where it says “So: {{ people.unique"),
        ("{{ people.unique.more.yet }}", "where it says “{{ people.unique.more.yet }}”"),
        ("So: {% for one in reasons %}" + "x" * 200, "…”: "),
        ("{{ reasons + 1 }}", "where it says “{{ reasons + 1 }}”"),
    ],
)
def test_a_fault_says_in_which_paragraph(paper, words, said):
    with pytest.raises(ReportFault) as told:
        filled(paper, a_word_file("Dear reader,", words))

    assert said in str(told.value)


def test_a_fault_without_a_place_is_told_as_it_is():
    assert locating.words_at("one\ntwo", ValueError("no")) == ""
