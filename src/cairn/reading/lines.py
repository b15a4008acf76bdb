"""What any document is to the reader: a list of lines, whatever file it came from."""

from __future__ import annotations

from dataclasses import dataclass

from cairn.publications.portrait import Tool


class Unreadable(Exception):
    """A file that cannot be read here. Its message is one whole sentence for the person who brought it."""


@dataclass(frozen=True, slots=True)
class Line:
    """A heading, a paragraph, a list item or a table row."""

    text: str
    page: int | None = None
    """Counted from 1; None where the file has no pages."""
    level: int | None = None
    """Depth of a heading, 1 and deeper; 0 for a document's title; None for anything else."""
    cells: tuple[str, ...] = ()
    """For a table row: the text of each cell, empty ones too."""
    table: int | None = None
    """For a table row: which table of the document."""
    links: tuple[Tool, ...] = ()
    listed: bool = False
    """Whether the document says that this is an item of a list."""
    pictured: bool = False
    """Whether a picture stands in the line: perhaps its mark."""
    node: str = ""
    """Id of the framework's node, where the file says it outright."""
    said: str = ""
    """The level that the file names outright for this node."""


@dataclass(frozen=True, slots=True)
class Document:
    lines: tuple[Line, ...]
    language: str = ""
    """The language that the file claims for itself, if it does."""
    notes: tuple[str, ...] = ()
    """Whole sentences for the person who checks the reading."""
