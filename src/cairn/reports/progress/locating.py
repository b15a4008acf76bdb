"""Where in a Word template something is wrong: the words of the paragraph, as whoever wrote it sees them."""

from __future__ import annotations

import re
import traceback
from html import unescape
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import TemplateError
from lxml.etree import XMLSyntaxError

FAULTS = (TemplateError, XMLSyntaxError, KeyError, TypeError, ValueError, OverflowError)
"""What a template can go wrong with, by what it says."""
LONGEST = 120
"""Characters of a paragraph that are told."""


class Located(DocxTemplate):  # type: ignore[misc]  # the library has no types
    """A template that knows of which paragraph a fault came."""

    at = ""

    def render_xml_part(self, src_xml: str, part: Any, context: Any, jinja_env: Any = None) -> Any:
        """As the library does it; notes the place of a fault in passing."""
        try:
            return super().render_xml_part(src_xml, part, context, jinja_env)
        except FAULTS as fault:
            self.at = words_at(by_paragraph(src_xml), fault)
            raise


def by_paragraph(xml: str) -> str:
    """Each paragraph on a line of its own, so that the number of a line is the number of a paragraph."""
    return re.sub(r"<w:p([ >])", r"\n<w:p\1", xml)


def words_at(lines: str, fault: Exception) -> str:
    """The words of the paragraph of a fault; empty where it has none."""
    number = _line_of(fault)
    paragraphs = lines.split("\n")
    if not 0 < number <= len(paragraphs):
        return ""
    words = " ".join(unescape(re.sub(r"<[^>]+>", "", paragraphs[number - 1])).split())
    return words if len(words) <= LONGEST else f"{words[:LONGEST]}…"


def _line_of(fault: Exception) -> int:
    """0 where nobody knows."""
    if isinstance(number := getattr(fault, "lineno", None), int):
        return number
    steps = [step for step in traceback.extract_tb(fault.__traceback__) if step.filename == "<template>"]
    return (steps[-1].lineno or 0) if steps else 0
