import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from cairn.publications.portrait import Tool
from cairn.reading.extract.docx import extract
from cairn.reading.lines import Unreadable


def saved(document) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def changed(data: bytes, name: str, change) -> bytes:
    """The same file with one part changed; None takes it out."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        for member in old.namelist():
            part = old.read(member)
            part = change(part) if member == name else part
            if part is not None:
                new.writestr(member, part)
    return file.getvalue()


@pytest.fixture
def document():
    return docx.Document()


def with_xml(document, xml: str):
    document.element.body.insert(
        0, parse_xml(xml.replace("<w:", "<w:", 1).replace(">", f" {nsdecls('w')}>", 1))
    )
    return document


def test_headings_lists_tables_and_language(document):
    document.add_heading("Garden", 0)
    document.add_heading("Soil?", 2)
    document.add_paragraph("in words")
    document.add_paragraph("")
    document.add_paragraph("compost", style="List Bullet")
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).text = "only one cell"
    table.cell(1, 0).text, table.cell(1, 1).text = "Rain", "✓"

    read = extract(saved(document))

    assert [(line.text, line.level, line.listed, line.cells) for line in read.lines] == [
        ("Garden", 0, False, ()),
        ("Soil?", 2, False, ()),
        ("in words", None, False, ()),
        ("compost", None, True, ()),
        ("only one cell", None, False, ()),
        ("Rain ✓", None, False, ("Rain", "✓")),
    ]
    assert read.language == "en-US"


def test_check_boxes_and_symbol_fonts_are_signs(document):
    with_xml(
        document,
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>☒</w:t><w:tab/><w:t>in a control</w:t></w:r></w:p></w:sdtContent></w:sdt>",
    )
    with_xml(
        document,
        '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:br/><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t></w:r></w:p>',
    )

    assert [line.text for line in extract(saved(document)).lines] == ["✓ co-op", "☒ in a control"]


@pytest.mark.parametrize(
    ("drawn", "text"), [("✓", "✓ compost"), ("\uf0fc", "✓ compost"), ("\uf0b7", "compost")]
)
def test_a_list_whose_bullets_are_marks(document, drawn, text):
    document.add_paragraph("compost", style="List Bullet")
    numbering = document.part.numbering_part.element
    for level in numbering.iter(qn("w:lvlText")):
        level.set(qn("w:val"), drawn)

    (line,) = extract(saved(document)).lines

    assert (line.text, line.listed) == (text, True)


def test_a_paragraph_may_carry_its_own_list(document):
    paragraph = document.add_paragraph("compost", style="List Bullet")
    number = paragraph.style.element.pPr.numPr.numId.val
    other = document.add_paragraph("rain")
    other._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = number
    other._p.pPr.numPr.get_or_add_ilvl().val = 0

    assert [line.listed for line in extract(saved(document)).lines] == [True, True]


def test_links_and_pictures(document):
    paragraph = document.add_paragraph("See ")
    link = paragraph.part.relate_to(
        "https://example.org", docx.opc.constants.RELATIONSHIP_TYPE.HYPERLINK, is_external=True
    )
    paragraph._p.append(
        parse_xml(
            f'<w:hyperlink {nsdecls("w", "r")} r:id="{link}"><w:r><w:t>a guide</w:t></w:r></w:hyperlink>'
        )
    )
    paragraph._p.append(
        parse_xml(f'<w:hyperlink {nsdecls("w", "r")} r:id="none"><w:r><w:t>!</w:t></w:r></w:hyperlink>')
    )
    paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}><w:drawing/></w:r>"))
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 1).paragraphs[0]._p.append(parse_xml(f"<w:r {nsdecls('w')}><w:pict/></w:r>"))

    first, row = extract(saved(document)).lines

    assert first.text == "See a guide!"
    assert first.links == (Tool("a guide", "https://example.org"),)
    assert first.pictured
    assert row.pictured


def test_a_file_without_lists_or_language(document):
    document.add_paragraph("words")
    data = changed(
        saved(document), "word/_rels/document.xml.rels", lambda part: part.replace(b'/numbering"', b'/other"')
    )
    data = changed(data, "word/styles.xml", lambda part: part.replace(b"<w:lang ", b"<w:langue "))

    read = extract(data)

    assert [line.text for line in read.lines] == ["words"]
    assert read.language == ""


def test_a_list_that_is_described_incompletely(document):
    document.add_paragraph("compost", style="List Bullet")
    numbering = document.part.numbering_part.element
    for level in list(numbering.iter(qn("w:lvlText"))):
        level.getparent().remove(level)
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="99"/>'))

    assert extract(saved(document)).lines[0].text == "compost"


def test_entities_are_refused(document):
    evil = changed(
        saved(document),
        "word/document.xml",
        lambda part: part.replace(
            b"<w:document", b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document', 1
        ),
    )

    with pytest.raises(Unreadable, match="external entities"):
        extract(evil)


def test_damaged_files_are_refused(document):
    whole = saved(document)

    for broken in (
        changed(whole, "word/document.xml", lambda part: part[:50]),
        changed(whole, "[Content_Types].xml", lambda _part: None),
        whole[:400],
        whole.replace(b"PK\x03\x04", b"PK\x09\x09"),
    ):
        with pytest.raises(Unreadable, match="damaged"):
            extract(broken)
