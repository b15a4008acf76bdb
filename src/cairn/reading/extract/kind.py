"""Which type a file is, told by its content and its name together; both must agree."""

from __future__ import annotations

import io
import re
import zipfile
from enum import StrEnum
from pathlib import PurePath

from django.utils.translation import gettext as _

from cairn.reading.lines import Unreadable

MOST_BYTES = 20 * 2**20
MOST_UNPACKED = 50 * 2**20
MOST_MEMBERS = 2_000
# A member that unpacks to more than this many times its size, and is not small, is made to harm.
MOST_RATIO = 200
SMALL = 2**20

_TAG = re.compile(rb"<(!doctype html|html|head|body|main|article|h[1-6]|p|div|ul|ol|table)\b", re.IGNORECASE)


class Kind(StrEnum):
    TEXT = "text"
    HTML = "HTML"
    DOCX = "Word (.docx)"
    PDF = "PDF"
    JSON = "JSON"
    ZIP = "zip archive"
    OLD_OFFICE = "old Office file (.doc, .xls)"
    PICTURE = "picture"


KINDS = {
    ".txt": Kind.TEXT,
    ".text": Kind.TEXT,
    ".md": Kind.TEXT,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".docx": Kind.DOCX,
    ".pdf": Kind.PDF,
    ".json": Kind.JSON,
}
_BEGINNINGS = (
    (b"\xd0\xcf\x11\xe0", Kind.OLD_OFFICE),
    (b"\x89PNG", Kind.PICTURE),
    (b"\xff\xd8\xff", Kind.PICTURE),
    (b"GIF8", Kind.PICTURE),
)


def kind_of(name: str, data: bytes) -> Kind:
    """The type of a file that may be read. Raises Unreadable where it may not, or where name and content differ."""
    ending = PurePath(name).suffix.lower()
    claimed = KINDS.get(ending)
    if claimed is None:
        raise Unreadable(_("Only .txt, .html, .docx, .pdf and .json files can be read."))
    if len(data) > MOST_BYTES:
        raise Unreadable(_("The file is larger than %(most)d MB.") % {"most": MOST_BYTES // 2**20})
    if not data.strip():
        raise Unreadable(_("The file is empty."))
    found = _kind_in(data, claimed)
    if found is not claimed:
        raise Unreadable(
            _("The file's name says %(ending)s but its content is: %(kind)s.")
            % {"ending": ending, "kind": found}
        )
    return found


def _kind_in(data: bytes, claimed: Kind) -> Kind:
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if b"%PDF-" in data[:1024] and (start.startswith(b"%PDF-") or claimed is Kind.PDF):
        return Kind.PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _kind_in_zip(data)
    for beginning, kind in _BEGINNINGS:
        if data.startswith(beginning):
            return kind
    return _kind_of_text(data, start, claimed)


def _kind_of_text(data: bytes, start: bytes, claimed: Kind) -> Kind:
    plain = data.replace(b"\0", b"")  # so that tags show in UTF-16 too
    if claimed is Kind.JSON:
        return Kind.JSON if start.startswith((b"{", b"[")) else Kind.TEXT
    if claimed is Kind.HTML:
        return Kind.HTML if _TAG.search(plain) else Kind.TEXT
    if re.match(rb"<(!doctype html|html)\b", start, re.IGNORECASE):
        return Kind.HTML
    return Kind.TEXT


def _kind_in_zip(data: bytes) -> Kind:
    """Looks at the archive's own list only: nothing is unpacked before its sizes are known to be sane."""
    try:
        members = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, UnicodeError):
        raise Unreadable(_("The file is damaged: its archive cannot be opened.")) from None
    unpacked = sum(member.file_size for member in members)
    swollen = any(
        member.file_size > SMALL and member.file_size > MOST_RATIO * max(member.compress_size, 1)
        for member in members
    )
    if unpacked > MOST_UNPACKED or len(members) > MOST_MEMBERS or swollen:
        raise Unreadable(_("The file unpacks to far more than a document needs and was not opened."))
    if any(member.flag_bits & 1 for member in members):
        raise Unreadable(_("The file is encrypted; save it without a password and try again."))
    return Kind.DOCX if any(member.filename == "word/document.xml" for member in members) else Kind.ZIP
