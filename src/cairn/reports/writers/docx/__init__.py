"""A Word document from a template that users can replace (docs/guides/reports.md lists the words it may use)."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docxtpl import DocxTemplate, RichText
from jinja2 import TemplateError
from jinja2.exceptions import SecurityError
from jinja2.sandbox import SandboxedEnvironment
from lxml.etree import XMLSyntaxError

from cairn.publications.portrait import Portrait, Tool
from cairn.reports import prose, wording
from cairn.reports.faults import ReportFault
from cairn.reports.sections import Section, sections

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXTENSION = "docx"
OWN_TEMPLATE = Path(__file__).parent / "template.docx"
UNPACKED_LIMIT = 50 * 1024 * 1024
"""Most bytes a template may unpack to; ours unpacks to about 1 MB."""
PROPERTY = 255
"""Most characters of a document property, a limit of the file format."""
Words = dict[str, Any]


class Sandbox(SandboxedEnvironment):
    """A template comes from users: it reaches nothing but the words given to it, and multiplies nothing."""

    intercepted_binops = frozenset({"*", "**"})

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        raise SecurityError(_("a template may not calculate with %(sign)s") % {"sign": operator})


def write(portrait: Portrait) -> bytes:
    return fill(portrait, own_template())


def own_template() -> bytes:
    return OWN_TEMPLATE.read_bytes()


def fill(portrait: Portrait, template: bytes) -> bytes:
    """Raises ReportFault when the template is no Word file, too large, or its tags cannot be followed."""
    refuse_bombs(template)
    document = DocxTemplate(io.BytesIO(template))
    try:
        document.render(words_of(portrait, document), Sandbox(autoescape=True))
    except (TemplateError, XMLSyntaxError, KeyError, TypeError, ValueError, OverflowError) as fault:
        raise ReportFault(_("The Word template cannot be filled: %(fault)s") % {"fault": fault}) from fault
    speak(document.docx, portrait.language)
    document.docx.core_properties.title = wording.clean(portrait.practice.title)[:PROPERTY]
    document.docx.core_properties.author = wording.clean(portrait.practice.organisation)[:PROPERTY]
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def words_of(portrait: Portrait, document: DocxTemplate) -> Words:
    """Everything that a template may name."""
    laid_out = sections(portrait)
    return {
        "title": wording.clean(portrait.practice.title),
        "organisation": wording.clean(portrait.practice.organisation),
        "result": wording.result(portrait.tally),
        "facts": wording.practice_facts(portrait),
        "criteria": [
            {"text": wording.clean(node.text), "result": wording.result(node.tally), "tally": node.tally}
            for node in portrait.nodes
        ],
        "sections": [_section(section, document) for section in laid_out],
        "evidence": [item for section in laid_out for item in section.items if item.carried],
        "about": wording.about(portrait),
        "say": {
            "left_out": _("Left out:"),
            "tools": _("Inspiring tools:"),
            "checklist": _("Good practice checklist"),
            "number": _("No."),
            "mark": _("Mark"),
            "item": _("Checklist item"),
            "note": _("Note"),
            "criterion": _("Criterion"),
            "result": _("Result"),
            "at_a_glance": _("At a glance"),
            "about": _("How this was judged"),
            "evidence": _("Evidence"),
        },
    }


def _section(section: Section, document: DocxTemplate) -> Words:
    return {
        "id": section.id,
        "level": section.level,
        "text": section.text,
        "left_out": section.left_out,
        "result": section.result,
        "blocks": [{"kind": block.kind, "rich": _rich(block.runs, document)} for block in section.blocks],
        "tools": [{"rich": _tool(tool, document)} for tool in section.tools],
        "entries": section.items,
    }


def _rich(runs: tuple[prose.Run, ...], document: DocxTemplate) -> RichText:
    rich = RichText()
    for run in runs:
        link = {"url_id": document.build_url_id(run.url), "style": "Hyperlink"} if run.url else {}
        rich.add(run.text, bold=run.bold, italic=run.italic, **link)
    return rich


def _tool(tool: Tool, document: DocxTemplate) -> RichText:
    return _rich((prose.Run(tool.title, url=tool.url),), document)


def refuse_bombs(template: bytes) -> None:
    """Raises ReportFault for what is no Word file, or unpacks to too much."""
    try:
        with zipfile.ZipFile(io.BytesIO(template)) as archive:
            unpacked = sum(member.file_size for member in archive.infolist())
            whole = "word/document.xml" in archive.namelist()
    except zipfile.BadZipFile as fault:
        raise ReportFault(_("The template is not a Word file (.docx).")) from fault
    if not whole:
        raise ReportFault(_("The template is not a Word file (.docx)."))
    if unpacked > UNPACKED_LIMIT:
        raise ReportFault(_("The template is too large when unpacked."))


def speak(docx: Any, language: str) -> None:
    """Says the language, so that spelling is checked in it, and turns the page for scripts that run from the right."""
    normal = docx.styles["Normal"].element
    looks = normal.get_or_add_rPr()
    speech = OxmlElement("w:lang")
    for attribute in ("w:val", "w:bidi", "w:eastAsia"):
        speech.set(qn(attribute), language)
    looks.append(speech)
    if wording.direction(language) == "rtl":
        normal.get_or_add_pPr().append(OxmlElement("w:bidi"))
        for run in docx.element.iter(qn("w:r")):
            run.get_or_add_rPr().append(OxmlElement("w:rtl"))
        for table in docx.element.iter(qn("w:tblPr")):
            table.append(OxmlElement("w:bidiVisual"))
