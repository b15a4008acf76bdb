"""Builds our Word template from scratch: `python -m workshop.word_template` after changing it here."""

import sys
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

TARGET = Path("src/cairn/reports/writers/docx/template.docx")
INK = RGBColor(0x1F, 0x2A, 0x30)
SOFT = RGBColor(0x55, 0x63, 0x6B)
GREEN = RGBColor(0x1D, 0x6B, 0x52)


def build() -> Any:
    document = Document()
    style(document)
    document.add_paragraph("{{ title }}", "Title")
    document.add_paragraph("{{ organisation }}", "Subtitle")
    document.add_paragraph("{{ result }}").runs[0].bold = True
    pairs(document, "facts")
    document.add_heading("{{ say.at_a_glance }}", 1)
    rows(
        document,
        ["{{ say.criterion }}", "{{ say.result }}"],
        "row in criteria",
        ["{{ row.text }}", "{{ row.result }}"],
        [6, 10.5],
    )
    lines(document, "{%p for section in sections %}", "{%p if section.level == 1 %}")
    document.add_heading("{{ section.text }}", 1)
    lines(document, "{%p else %}")
    document.add_heading("{{ section.text }}", 2)
    lines(document, "{%p endif %}", "{%p if section.left_out %}")
    document.add_paragraph("{{ say.left_out }} {{ section.left_out }}", "Quote")
    lines(document, "{%p endif %}", "{%p for block in section.blocks %}")
    for condition, look in (
        ("if block.kind == 'bullet'", "List Bullet"),
        ("elif block.kind == 'number'", "List Number"),
        ("else", "Normal"),
    ):
        lines(document, "{%p " + condition + " %}")
        document.add_paragraph("{{r block.rich }}", look)
    lines(document, "{%p endif %}", "{%p endfor %}", "{%p if section.tools %}")
    document.add_paragraph("{{ say.tools }}").runs[0].bold = True
    lines(document, "{%p for tool in section.tools %}")
    document.add_paragraph("{{r tool.rich }}", "List Bullet")
    lines(document, "{%p endfor %}", "{%p endif %}", "{%p if section.entries %}")
    document.add_paragraph("{{ say.checklist }}").runs[0].bold = True
    rows(
        document,
        ["{{ say.number }}", "{{ say.mark }}", "{{ say.item }}", "{{ say.note }}"],
        "item in section.entries",
        ["{{ item.id }}", "{{ item.mark_text }}", "{{ item.text }}", "{{ item.note }}"],
        [1.6, 3.2, 7.7, 4],
    )
    lines(document, "{%p endif %}", "{%p endfor %}")
    evidence(document)
    document.add_heading("{{ say.about }}", 1)
    pairs(document, "about")
    return document


def evidence(document: Any) -> None:
    """Apart from the checklist, so that nobody who reads the document back takes it for a note."""
    lines(document, "{%p if evidence %}")
    document.add_heading("{{ say.evidence }}", 1)
    rows(
        document,
        ["{{ say.number }}", "{{ say.evidence }}"],
        "item in evidence",
        ["{{ item.id }}", "{{ item.carried }}"],
        [1.6, 14.9],
    )
    lines(document, "{%p endif %}")


def style(document: Any) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size, normal.font.color.rgb = "Noto Sans", Pt(10.5), INK
    normal.paragraph_format.space_after = Pt(6)
    for name, size in (("Title", 24), ("Heading 1", 16), ("Heading 2", 12)):
        look = document.styles[name]
        look.font.name, look.font.size, look.font.color.rgb = (
            "Noto Sans",
            Pt(size),
            GREEN if name != "Heading 2" else INK,
        )
        look.element.rPr.rFonts.set(qn("w:asciiTheme"), "")
        del look.element.rPr.rFonts.attrib[qn("w:asciiTheme")]
    subtitle = document.styles["Subtitle"]
    subtitle.font.name, subtitle.font.italic, subtitle.font.color.rgb = "Noto Sans", False, SOFT
    link = document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb, link.font.underline = GREEN, True
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field(footer, "PAGE")


def field(paragraph: Any, code: str) -> None:
    """A field that Word fills, such as the page number."""
    element = OxmlElement("w:fldSimple")
    element.set(qn("w:instr"), code)
    paragraph._p.append(element)  # noqa: SLF001  # python-docx has no call for fields


def lines(document: Any, *tags: str) -> None:
    for tag in tags:
        document.add_paragraph(tag)


def pairs(document: Any, name: str) -> None:
    """A two-column table of facts; the label is its row's head."""
    table = document.add_table(rows=3, cols=2, style="Normal Table")
    table.rows[0].cells[0].text = "{%tr for fact in " + name + " %}"
    table.rows[1].cells[0].text, table.rows[1].cells[1].text = "{{ fact.label }}", "{{ fact.value }}"
    table.rows[1].cells[0].paragraphs[0].runs[0].bold = True
    table.rows[2].cells[0].text = "{%tr endfor %}"
    widen(table, [4, 12.5])


def rows(document: Any, head: list[str], loop: str, cells: list[str], widths: list[float]) -> None:
    """A table whose head is repeated on every page."""
    table = document.add_table(rows=4, cols=len(head), style="Normal Table")
    for cell, text in zip(table.rows[0].cells, head, strict=True):
        cell.text = text
        cell.paragraphs[0].runs[0].bold = True
    repeated = OxmlElement("w:tblHeader")
    repeated.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeated)  # noqa: SLF001  # python-docx has no call for it
    table.rows[1].cells[0].text = "{%tr for " + loop + " %}"
    for cell, text in zip(table.rows[2].cells, cells, strict=True):
        cell.text = text
    table.rows[3].cells[0].text = "{%tr endfor %}"
    widen(table, widths)


def widen(table: Any, widths: list[float]) -> None:
    """Column widths, said in every place where one program or another looks for them; and thin lines between rows."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        border = OxmlElement(f"w:{side}")
        for attribute, value in (("val", "single"), ("sz", "4"), ("color", "C6D0CA")):
            border.set(qn(f"w:{attribute}"), value)
        borders.append(border)
    table._tbl.tblPr.append(borders)  # noqa: SLF001  # python-docx has no call for borders
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Cm(width)


if __name__ == "__main__":
    build().save(str(TARGET))
    sys.stdout.write(f"Wrote {TARGET}\n")
