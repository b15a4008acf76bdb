"""The pages of an assessment: one sheet per question, and per group that holds items or fields of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cairn.assessments.models import Entry
from cairn.frameworks.enums import NodeKind
from cairn.frameworks.shape import Framework, Node

LEAVES = (NodeKind.ITEM, NodeKind.FIELD)


@dataclass(frozen=True, slots=True)
class Sheet:
    node: Node
    nodes: tuple[Node, ...]
    """Everything that is answered on this page, in reading order."""

    @property
    def items(self) -> tuple[Node, ...]:
        return tuple(node for node in self.nodes if node.kind is NodeKind.ITEM)


def sheets_of(framework: Framework) -> tuple[Sheet, ...]:
    return tuple(_sheets(framework.nodes, top=True))


def _sheets(nodes: tuple[Node, ...], *, top: bool = False) -> Iterator[Sheet]:
    for node in nodes:
        if node.kind is NodeKind.QUESTION:
            yield Sheet(node, tuple(each for each in node.walk() if each is node or each.kind in LEAVES))
        elif node.kind in LEAVES:
            if top:
                yield Sheet(node, tuple(each for each in node.walk() if each.kind in LEAVES))
        else:
            leaves = tuple(child for child in node.children if child.kind in LEAVES)
            if leaves:
                yield Sheet(node, leaves)
            yield from _sheets(node.children)


def blank(node_id: str) -> Entry:
    """What stands where nobody has said anything."""
    return Entry(node_id=node_id, revision=0)
