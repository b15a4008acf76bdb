"""Any file that may be read: its type is settled first, then its own extractor reads it."""

from __future__ import annotations

from cairn.exchange.reading.extract import docx, html, pdf, text
from cairn.exchange.reading.extract.kind import Kind
from cairn.exchange.reading.lines import Document

_EXTRACTORS = {
    Kind.TEXT: text.extract,
    Kind.HTML: html.extract,
    Kind.DOCX: docx.extract,
    Kind.PDF: pdf.extract,
}


def lines_of(kind: Kind, data: bytes) -> Document:
    return _EXTRACTORS[kind](data)
