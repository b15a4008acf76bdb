"""The sheet as a PDF that assistive technology can read, set by typst; both languages stand side by side, each in its direction."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from unicodedata import bidirectional

from django.utils import translation
from django.utils.translation import gettext as _

from cairn.reports.skills.shape import Sheet
from cairn.reports.writers.pdf import MEDIA_TYPE, typeset

__all__ = ["MEDIA_TYPE", "write"]
TEMPLATE = Path(__file__).parent / "skills.typ"


def write(sheet: Sheet) -> bytes:
    with translation.override(sheet.languages[0]):
        said = {"page": _("Page")}
    words = asdict(sheet) | {"directions": sheet.directions, "headings": sheet.headings, "say": said}
    for section in words["sections"]:
        for entry in section["entries"]:
            for line in entry["lines"]:
                line["directions"] = [_way(text) if line["own"] else None for text in line["words"]]
    return typeset(TEMPLATE, words)


def _way(text: str) -> str | None:
    """Which way somebody's own words run: that of the first letter that has one."""
    strong = next((kind for kind in map(bidirectional, text) if kind in {"L", "R", "AL"}), "")
    return {"L": "ltr", "": None}.get(strong, "rtl")
