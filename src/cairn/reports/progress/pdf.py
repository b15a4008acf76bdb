"""The report as a PDF that assistive technology can read (PDF/UA-1), set by typst."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from cairn.progress.shape import Paper, Part, Section, said
from cairn.reports import prose
from cairn.reports.progress import drawing, wording
from cairn.reports.wording import clean, direction
from cairn.reports.writers.pdf import MEDIA_TYPE, typeset

__all__ = ["MEDIA_TYPE", "write"]
TEMPLATE = Path(__file__).parent / "progress.typ"


def write(paper: Paper) -> bytes:
    return typeset(TEMPLATE, words_of(paper))


def words_of(paper: Paper) -> dict[str, Any]:
    """Everything that progress.typ names."""
    return {
        "language": paper.language.partition("-")[0],
        "rtl": direction(paper.language) == "rtl",
        "title": clean(paper.title),
        "organisation": clean(paper.organisation),
        "facts": wording.facts(paper),
        "draft": not paper.signed_by,
        "day": wording.settled_on(paper).timetuple()[:3],
        "sections": [_section(section) for section in paper.sections],
        "say": {
            "page": _("Page"),
            "figure": _("Figure"),
            "value": _("Value"),
            "before": _("Last report"),
            "reasons": _("Why it went otherwise"),
            "what": _("What"),
            "why": _("Why"),
            "draft": _("Draft, not signed"),
        },
    }


def _section(section: Section) -> dict[str, Any]:
    return {
        "title": clean(section.title),
        "blocks": [asdict(block) for block in prose.blocks(clean(section.words))],
        "reasons": [(clean(one.words), clean(one.reason) or "–") for one in section.reasons],
        "parts": [_part(part) for part in section.parts],
    }


def _part(part: Part) -> dict[str, Any]:
    return {
        "title": clean(part.title),
        "source": wording.source(part),
        "figures": [tuple(map(clean, (one.label, one.words, one.before))) for one in part.figures],
        "before": any(one.before for one in part.figures),
        "tables": [
            {
                "title": clean(table.title),
                "columns": [clean(column) for column in table.columns],
                "rows": [[clean(said(cell)) for cell in row] for row in table.rows],
                "note": clean(table.note),
                "reading": clean(table.reading),
                "charts": [
                    {"title": title, "alt": alt, "picture": picture}
                    for title, alt, picture in drawing.drawn(table)
                ],
            }
            for table in part.tables
            if table.rows
        ],
    }
