"""Narratives are a subset of Markdown; here they become a small tree that every writer can walk.

Nothing of a narrative is ever run or passed through: a writer only meets these few kinds of blocks and runs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from markdown_it.tree import SyntaxTreeNode

from cairn.common.markdown import SCHEMES, tokens

_safe = tuple(f"{scheme}:" for scheme in sorted(SCHEMES))


@dataclass(frozen=True, slots=True)
class Run:
    """Words that look alike. A line break is a run of its own, with the text of one new line."""

    text: str
    bold: bool = False
    italic: bool = False
    url: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or one entry of a list at a depth of 1 or more. `number` is set for numbered entries."""

    kind: Literal["paragraph", "bullet", "number"]
    runs: tuple[Run, ...]
    depth: int = 0
    number: int = 0

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


def blocks(markdown: str) -> tuple[Block, ...]:
    """The paragraphs and list entries of a narrative, in reading order."""
    root = SyntaxTreeNode(tokens(markdown))
    return tuple(_blocks(root, Block("paragraph", ())))


def _blocks(node: SyntaxTreeNode, place: Block) -> Iterator[Block]:
    """`place` says which kind of block the words found below the node belong to."""
    for child in node.children:
        yield from _block(child, place)


def _block(node: SyntaxTreeNode, place: Block) -> Iterator[Block]:
    match node.type:
        case "inline":
            yield replace(place, runs=tuple(_runs(node, Run(""))))
        case "bullet_list":
            for entry in node.children:
                yield from _entry(entry, Block("bullet", (), place.depth + 1))
        case "ordered_list":
            for number, entry in enumerate(node.children, int(node.attrs.get("start", 1))):
                yield from _entry(entry, Block("number", (), place.depth + 1, number))
        case _:
            yield from _blocks(node, place)


def _entry(entry: SyntaxTreeNode, place: Block) -> Iterator[Block]:
    """Only the first part of an entry carries its bullet; further paragraphs stand below it."""
    for index, part in enumerate(entry.children):
        yield from _block(part, place if index == 0 else Block("paragraph", (), place.depth))


def _runs(node: SyntaxTreeNode, look: Run) -> Iterator[Run]:
    for child in node.children:
        match child.type:
            case "text":
                yield replace(look, text=child.content)
            case "softbreak" | "hardbreak":
                yield replace(look, text="\n")
            case _:
                yield from _runs(child, _look(child, look))


def _look(node: SyntaxTreeNode, look: Run) -> Run:
    match node.type:
        case "strong":
            return replace(look, bold=True)
        case "em":
            return replace(look, italic=True)
        case _:
            return replace(look, url=_safe_url(str(node.attrs.get("href", ""))))


def _safe_url(url: str) -> str:
    return url if url.startswith(_safe) else ""
