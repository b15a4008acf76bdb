"""Any file that may be read: its type is settled first, then its own extractor reads it."""

from __future__ import annotations

from importlib import import_module

from cairn.reading import extract
from cairn.reading.extract.kind import Kind
from cairn.reading.lines import Document


def lines_of(kind: Kind, data: bytes) -> Document:
    """Extractors bring heavy libraries, so each is imported when its first document comes."""
    document: Document = import_module(f"{extract.__name__}.{kind.name.lower()}").extract(data)
    return document
