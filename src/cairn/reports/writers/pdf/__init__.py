"""A PDF that assistive technology can read (PDF/UA-1), set by typst from report.typ with Cairn's own fonts.

Narratives reach the template as data and never as its language. Why typst: docs/decisions/0003.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import typst
from django.utils.translation import gettext as _

import cairn
from cairn.publications.portrait import NodePortrait, Portrait
from cairn.reports import wording
from cairn.reports.sections import Section, sections

MEDIA_TYPE = "application/pdf"
EXTENSION = "pdf"
HERE = Path(__file__).parent
FONTS = Path(cairn.__file__).parent / "common" / "fonts"


def write(portrait: Portrait) -> bytes:
    return typeset(HERE / "report.typ", words_of(portrait))


def typeset(template: Path, words: dict[str, Any]) -> bytes:
    """What a template makes of its words; it reads nothing but the folder it lies in."""
    return typst.compile(
        str(template),
        root=str(template.parent),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards="ua-1",
        sys_inputs={"data": json.dumps(words, default=str)},
    )


def words_of(portrait: Portrait) -> dict[str, Any]:
    """Everything that report.typ names."""
    language, _separator, region = portrait.language.partition("-")
    return {
        "language": language,
        "region": region if len(region) == 2 else None,
        "title": wording.clean(portrait.practice.title),
        "organisation": wording.clean(portrait.practice.organisation),
        "framework": wording.clean(portrait.framework.title),
        "result": wording.result(portrait.tally),
        "facts": [asdict(fact) for fact in wording.practice_facts(portrait)],
        "criteria": [_criterion(node) for node in portrait.nodes],
        "sections": [_section(section) for section in sections(portrait)],
        "about": [asdict(fact) for fact in wording.about(portrait)],
        "say": {
            "at_a_glance": _("At a glance"),
            "criterion": _("Criterion"),
            "marks": _("Marks"),
            "result": _("Result"),
            "left_out": _("Left out:"),
            "tools": _("Inspiring tools:"),
            "mark": _("Mark"),
            "item": _("Checklist item"),
            "page": _("Page"),
            "about": _("How this was judged"),
        },
    }


def _criterion(node: NodePortrait) -> dict[str, Any]:
    return {
        "text": wording.clean(node.text),
        "result": wording.result(node.tally),
        "marks": [item.mark.standing for item in node.items if item.mark],
    }


def _section(section: Section) -> dict[str, Any]:
    return {
        "level": section.level,
        "text": section.text,
        "left_out": section.left_out,
        "blocks": [asdict(block) for block in section.blocks],
        "tools": [{"title": tool.title, "url": tool.url} for tool in section.tools],
        "items": [
            {
                "id": item.id,
                "text": item.text,
                "standing": item.mark.standing,
                "mark": item.mark_text,
                "note": item.note,
                "carried": item.carried,
            }
            for item in section.items
        ],
    }
