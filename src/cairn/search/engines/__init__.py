"""Full-text search as the database at hand does it. Every engine is a module with the same names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from django.db import connection

from cairn.search.asking import Unit
from cairn.search.engines import postgres, sqlite

Stems = Sequence[Sequence[str]]
"""Stems of the title, the organisation, the summary and the rest, in this order."""


class Engine(Protocol):
    MAKE: tuple[str, ...]
    """Statements that make the empty table `search_stems`."""
    WRITE: str
    """Statement that puts a document in; its parameters are what `row` gives."""
    REMOVE: str
    """Statement that takes one document out; its one parameter is the id."""
    EMPTY: tuple[str, ...]
    """Statements that take everything out of it."""
    MATCHING: str
    """Query for the ids (`id`) of documents; its one parameter is what `asked` gives."""
    RANKED: str
    """The same, with a `rank` that is the smaller the better the document fits."""

    RANK: str
    """That rank as a whole number, fine enough to tell any two apart that matter."""
    LIST: str
    """Aggregate that writes a column (%s) as one text with commas, in the order of the rows."""

    def asked(self, units: Sequence[Unit], /) -> str: ...
    def row(self, pk: int, parts: Stems, /) -> tuple[str | int, ...]: ...


def engine(vendor: str = "") -> Engine:
    """The engine of a database; of the one in use, where none is named."""
    engines: dict[str, Engine] = {"sqlite": sqlite, "postgresql": postgres}
    return engines[vendor or connection.vendor]
