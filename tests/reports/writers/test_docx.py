import io
import zipfile
from dataclasses import replace

import pytest
from docx import Document

from cairn.reports import facts
from cairn.reports.faults import ReportFault
from cairn.reports.writers import docx as writer


def opened(content: bytes):
    return Document(io.BytesIO(content))


def a_template(text: str) -> bytes:
    buffer = io.BytesIO()
    document = Document()
    document.add_paragraph(text)
    document.save(buffer)
    return buffer.getvalue()


def test_the_document_has_headings_tables_and_links(portrait):
    document = opened(facts.written(portrait, "docx").content)

    headings = [(p.style.name, p.text) for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert ("Heading 1", "Inclusion") in headings
    assert ("Heading 2", "Can all kinds of people take part?") in headings
    rows = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    assert ["I1.1", "✓ Met", "Everyone gets a fair chance.", "Seen on two visits.\nAsk again."] in rows
    assert ["I1.3", "– Not met", "Help gets adapted where needed.", ""] in rows
    assert "https://example.org/guide" in [relation.target_ref for relation in document.part.rels.values()]
    assert document.core_properties.title == "Steady Steps"
    assert "{" not in "".join(p.text for p in document.paragraphs)


def test_scripts_from_the_right_turn_the_page(portrait):
    content = facts.written(replace(portrait, language="ar"), "docx").content

    xml = zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()
    assert "<w:rtl/>" in xml
    assert "<w:bidiVisual/>" in xml


def test_a_template_of_ones_own_is_filled(portrait):
    report = facts.written(portrait, "docx", a_template("Report for {{ organisation }}: {{ title }}"))

    assert opened(report.content).paragraphs[0].text.endswith(": Steady Steps")


@pytest.mark.parametrize(
    ("template", "says"),
    [
        (b"not a zip", "not a Word file"),
        (a_template("{{ title "), "cannot be filled"),
        (a_template("{{ ''.__class__.__mro__[1].__subclasses__() }}"), "cannot be filled"),
        (a_template("{% for x in range(3) %}"), "cannot be filled"),
        (a_template("{% for x in range(10**9) %}x{% endfor %}"), "cannot be filled"),
        (a_template("{% for x in range(999999999) %}x{% endfor %}"), "cannot be filled"),
        (a_template("{{ 'x' * 9999999999 }}"), "may not calculate"),
    ],
)
def test_a_bad_template_is_refused_with_one_sentence(portrait, template, says):
    with pytest.raises(ReportFault, match=says) as fault:
        facts.written(portrait, "docx", template)

    assert "\n" not in str(fault.value)


def test_a_zip_of_something_else_and_a_bomb_are_refused(portrait, monkeypatch):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("hello.txt", "hello")
    with pytest.raises(ReportFault, match="not a Word file"):
        facts.written(portrait, "docx", buffer.getvalue())

    monkeypatch.setattr(writer, "UNPACKED_LIMIT", 1000)
    with pytest.raises(ReportFault, match="too large"):
        facts.written(portrait, "docx", writer.own_template())


def test_our_template_is_the_one_its_builder_makes():
    from workshop.word_template import build  # noqa: PLC0415  # only this test needs the builder

    built = build()

    ours = opened(writer.own_template())
    assert [p.text for p in ours.paragraphs] == [p.text for p in built.paragraphs]
    assert [[c.text for c in r.cells] for t in ours.tables for r in t.rows] == [
        [c.text for c in r.cells] for t in built.tables for r in t.rows
    ]
