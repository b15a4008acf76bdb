"""HTML pages: headings, paragraphs, list items and table rows, with the glyphs of their marks kept."""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from cairn.publications.portrait import Tool
from cairn.reading.extract.text import decoded
from cairn.reading.lines import Document, Line
from cairn.texts.words import squeezed

_DROPPED = ["script", "style", "noscript", "template", "nav", "head"]
_HEADINGS = {f"h{depth}": depth for depth in range(1, 7)}
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
) | set(_HEADINGS)
_PICTURES = frozenset({"img", "svg", "picture", "object", "canvas"})
# Deeper than this no person nests; a page that does is read as one line.
_DEEPEST = 200


def extract(data: bytes) -> Document:
    text, notes = decoded(data)
    page = LexborHTMLParser(text)
    root = page.root
    language = (root.attributes.get("lang") or "") if root is not None else ""
    page.strip_tags(_DROPPED)
    return Document(tuple(_Walk().lines(page.body)), language, notes)


class _Walk:
    """Goes through the tree once; text between block elements becomes one line."""

    def __init__(self) -> None:
        self.tables = 0

    def lines(self, body: LexborNode | None) -> Iterator[Line]:
        if body is not None:
            yield from self._block(body, 0)

    def _block(self, node: LexborNode, depth: int) -> Iterator[Line]:
        if node.tag == "tr":
            yield from self._row(node)
            return
        if node.tag == "table":
            self.tables += 1
        if depth > _DEEPEST or not _holds_blocks(node):
            yield from _line(node, [node])
            return
        loose: list[LexborNode] = []
        for child in node.iter(include_text=True):
            if child.tag in _BLOCKS or _holds_blocks(child):
                yield from _line(node, loose)
                loose = []
                yield from self._block(child, depth + 1)
            else:
                loose.append(child)
        yield from _line(node, loose)

    def _row(self, node: LexborNode) -> Iterator[Line]:
        cells = [child for child in node.iter() if child.tag in {"td", "th"}]
        texts = tuple(_text(cell) for cell in cells)
        if len([text for text in texts if text]) < 2 and not _pictured(node) and not _held_node(node):
            for cell in cells:
                yield from self._block(cell, 1)
            return
        said = _held_node(node)
        yield Line(
            squeezed(" ".join(texts)),
            cells=texts,
            table=self.tables,
            links=_links(node),
            pictured=_pictured(node),
            node=said[0] if said else "",
            said=said[1] if said else "",
        )


def _line(parent: LexborNode, nodes: list[LexborNode]) -> Iterator[Line]:
    text = squeezed(" ".join(filter(None, (_text(node) for node in nodes))))
    if not text:
        return
    said = _held_node(parent)
    yield Line(
        text,
        level=_HEADINGS.get(parent.tag or ""),
        listed=parent.tag in {"li", "dd"},
        links=tuple(link for node in nodes for link in _links(node)),
        pictured=any(_pictured(node) for node in nodes),
        node=said[0] if said else "",
        said=said[1] if said else "",
    )


def _held_node(node: LexborNode) -> tuple[str, str] | None:
    """The framework's node that our own pages name, on the element or above it."""
    here: LexborNode | None = node
    while here is not None:
        if here.attributes and here.attributes.get("data-node"):
            return here.attributes["data-node"] or "", here.attributes.get("data-level") or ""
        here = here.parent if here.tag not in {"li", "tr"} else None
    return None


def _holds_blocks(node: LexborNode) -> bool:
    return any(child.tag in _BLOCKS for child in node.traverse() if child.mem_id != node.mem_id)


def _text(node: LexborNode) -> str:
    """The text as shown; a picture speaks through its alternative text, a check box through a glyph."""
    if node.tag == "-text":
        return node.text_content or ""
    parts = []
    for part in node.traverse(include_text=True):
        if part.tag == "-text":
            parts.append(part.text_content or "")
        elif part.tag == "br":
            parts.append(" ")
        else:
            parts.append(_spoken(part))
    return squeezed("".join(parts))


def _spoken(node: LexborNode) -> str:
    attributes = node.attributes or {}
    if node.tag == "input" and attributes.get("type") in {"checkbox", "radio"}:
        return " ☑ " if "checked" in attributes else " ☐ "
    if node.tag in _PICTURES:
        said = attributes.get("alt") or attributes.get("aria-label") or ""
        return f" ({said}) " if said else " "
    return ""


def _pictured(node: LexborNode) -> bool:
    return node.tag in _PICTURES or any(part.tag in _PICTURES for part in node.traverse())


def _links(node: LexborNode) -> tuple[Tool, ...]:
    return tuple(
        Tool(squeezed(part.text()), part.attributes["href"] or "")
        for part in node.traverse()
        if part.tag == "a" and (part.attributes.get("href") or "").startswith(("http://", "https://"))
    )
