"""A portrait laid out as sections in reading order, for writers that cannot walk a tree (Word, PDF)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cairn.frameworks.enums import NodeKind
from cairn.publications.portrait import MarkPortrait, NodePortrait, Portrait, Tool
from cairn.reports import prose, wording


@dataclass(frozen=True, slots=True)
class Item:
    id: str
    text: str
    mark: MarkPortrait
    mark_text: str
    note: str
    carried: str
    """How strong its evidence was; empty where the edition does not say it."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands directly under it. Level 1 is the top of the tree."""

    id: str
    level: int
    text: str
    left_out: str | None
    """The reason; None where the section was not left out."""
    result: str
    blocks: tuple[prose.Block, ...]
    tools: tuple[Tool, ...]
    items: tuple[Item, ...]


def sections(portrait: Portrait) -> tuple[Section, ...]:
    return tuple(section for node in portrait.nodes for section in _sections(node, 1))


def _sections(node: NodePortrait, level: int) -> Iterator[Section]:
    yield Section(
        id=node.id,
        level=level,
        text=wording.clean(node.text),
        left_out=None if node.left_out is None else wording.clean(node.left_out),
        result=wording.result(node.tally),
        blocks=prose.blocks(wording.clean(node.narrative)),
        tools=tuple(Tool(wording.clean(tool.title), tool.url) for tool in node.tools),
        items=tuple(_item(child, child.mark) for child in [*node.children, node] if child.mark),
    )
    for child in node.children:
        if child.kind is not NodeKind.ITEM:
            yield from _sections(child, level + 1)


def _item(node: NodePortrait, mark: MarkPortrait) -> Item:
    """The document's own wording goes first, since it is what was judged."""
    return Item(
        node.id,
        wording.clean(mark.wording or node.text),
        mark,
        wording.mark_text(mark),
        wording.clean(mark.note),
        wording.carried(mark),
    )
