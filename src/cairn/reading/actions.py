"""The entry to reading: a file in, a Reading out. Nothing is stored and no database is touched."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from django.utils.translation import gettext as _

from cairn.frameworks import facts as frameworks
from cairn.frameworks.shape import Framework
from cairn.reading import drafting, pages, portraits
from cairn.reading.assemble import assembled
from cairn.reading.extract.any import lines_of
from cairn.reading.extract.kind import MOST_BYTES, Kind, kind_of
from cairn.reading.lines import Document, Unreadable
from cairn.reading.shape import Reading


def read_file(path: Path, framework: Framework | None = None) -> Reading:
    """Reads an assessed document. Raises Unreadable with one sentence where that cannot be done."""
    return read_bytes(path.name, bytes_of(path), framework)


def read_bytes(
    name: str,
    data: bytes,
    framework: Framework | None = None,
    among: Iterable[Framework] | None = None,
) -> Reading:
    """As `read_file`. Without a framework, the one that fits the document best is used: of `among`, or of the shipped.

    Our own exports say by which framework they were judged, and are read by that one whatever is asked for.
    """
    kind = kind_of(name, data)
    if kind is Kind.JSON:
        return portraits.reading_of(data)
    own = pages.reading_of(data) if kind is Kind.HTML else None
    if own is not None:
        return own
    document = lines_of(kind, data)
    if not document.lines:
        raise Unreadable(_("The file holds no text."))
    if framework is not None:
        return assembled(document, framework)
    return max((assembled(document, one) for one in among or frameworks.shipped()), key=fit)


def fit(reading: Reading) -> float:
    """How much of a framework a document holds, each match counted by how sure it is."""
    sure = [item.confidence for item in reading.items] + [
        question.confidence for question in reading.questions
    ]
    return sum(sure) - 0.1 * len(reading.unmatched)


def draft_file(path: Path, *, framework_id: str = "", title: str = "") -> Framework:
    """A framework drafted from a document, in its own words. Raises Unreadable."""
    data = bytes_of(path)
    return drafting.drafted(
        document_of(path.name, data), file_name=path.name, framework_id=framework_id, title=title
    )


def document_of(name: str, data: bytes) -> Document:
    kind = kind_of(name, data)
    if kind is Kind.JSON:
        raise Unreadable(_("A framework cannot be drafted from JSON; bring the document itself."))
    return lines_of(kind, data)


def bytes_of(path: Path) -> bytes:
    """The file's content; one that is too large is not read to its end."""
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError:
        raise Unreadable(_("The file %(name)s cannot be opened.") % {"name": path.name}) from None
