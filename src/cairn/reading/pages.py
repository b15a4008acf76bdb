"""Our own exported pages, read back exactly: the attributes of their elements say what each of them is."""

from __future__ import annotations

from dataclasses import fields

from selectolax.lexbor import LexborHTMLParser, LexborNode

from cairn.frameworks.enums import Standing
from cairn.publications.portrait import Tool
from cairn.reading.extract.text import decoded
from cairn.reading.shape import ItemReading, PracticeReading, QuestionReading, Reading
from cairn.texts.words import squeezed

_FACTS = frozenset(field.name for field in fields(PracticeReading))


def reading_of(data: bytes) -> Reading | None:
    """None where the page is not one of ours."""
    page = LexborHTMLParser(decoded(data)[0])
    root = page.root
    said = root.attributes if root is not None else {}
    questions = page.css('[data-kind="question"][data-node]')
    if not said.get("data-framework") or not questions:
        return None
    facts = {
        key: text
        for node in page.css("[data-fact]")
        if (text := _lines(node)) and (key := node.attributes["data-fact"] or "")
    }
    facts["period"] = " – ".join(facts[key] for key in ("starts_on", "ends_on") if key in facts)
    return Reading(
        framework=said["data-framework"] or "",
        version=said.get("data-version") or "",
        language=said.get("lang") or "",
        practice=PracticeReading(**{key: text for key, text in facts.items() if key in _FACTS and text}),
        questions=tuple(_question(node) for node in questions),
    )


def _question(node: LexborNode) -> QuestionReading:
    left_out = node.css_first("[data-left-out]")
    narrative = node.css_first("[data-narrative]")
    return QuestionReading(
        id=node.attributes["data-node"] or "",
        text=_text(node),
        narrative=(narrative.attributes["data-narrative"] or "") if narrative is not None else "",
        tools=tuple(_tool(one) for one in node.css("[data-tools] > li")),
        items=tuple(_item(one) for one in node.css('[data-kind="item"][data-node]')),
        left_out=squeezed(left_out.text()) if left_out is not None else None,
        matched_by="equal text",
        confidence=1.0,
    )


def _item(node: LexborNode) -> ItemReading:
    note = node.css_first("[data-note]")
    level = node.attributes.get("data-level") or ""
    drawn = node.css_first(".mark")
    classes = (drawn.attributes.get("class") or "").split() if drawn is not None else []
    standing = next((one for one in Standing if f"mark-{one}" in classes), Standing.UNKNOWN)
    return ItemReading(
        id=node.attributes["data-node"] or "",
        mark=standing,
        level=level,
        text=_text(node),
        matched_by="equal text",
        confidence=1.0,
        note=_lines(note) if note is not None else "",
    )


def _text(node: LexborNode) -> str:
    found = node.css_first("[data-text]")
    return squeezed(found.text()) if found is not None else ""


def _tool(node: LexborNode) -> Tool:
    link = node.css_first("a")
    return Tool(squeezed(node.text()), (link.attributes.get("href") or "") if link is not None else "")


def _lines(node: LexborNode) -> str:
    """The text with its line breaks, which pages write as elements."""
    for broken in node.css("br"):
        broken.replace_with("\n")
    lines = [squeezed(line) for line in node.text().replace("\n\n", "\n").split("\n")]
    return "\n".join(line for line in lines if line)
