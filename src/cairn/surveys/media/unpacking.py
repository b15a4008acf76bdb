"""A workbook, pictures and recordings that somebody brings at once, one by one or packed together. Nothing is written to a disk."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from cairn.surveys.media.unfit import Unfit

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

MOST_BYTES = 30 * 2**20
"""Of all that is brought at once, packed or not."""
MOST_FILES = 300
MOST_RATIO = 120
"""How much smaller a file may have become in a .zip: text reaches 100, and pictures and recordings hardly shrink."""
_ZIP = b"PK"
_WAYS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}


def brought(
    workbook: UploadedFile[bytes], others: Iterable[UploadedFile[bytes]]
) -> tuple[bytes, dict[str, bytes]]:
    """The workbook, by itself or in a .zip, and all files beside it by name. Raises Unfit."""
    files = unpacked([workbook, *others])
    own = str(workbook.name)
    return (files.pop(own) if own in files else _workbook_in(files)), files


def unpacked(uploads: Iterable[UploadedFile[bytes]]) -> dict[str, bytes]:
    """Every file by its name without folders; a .zip that is no workbook is opened, one in another is not.

    Raises Unfit where it is too much, unsafe, or the same name is there twice.
    """
    found: dict[str, bytes] = {}
    for name, data in _files(list(uploads)):
        if found.setdefault(name, data) != data:
            raise Unfit(
                _("“%(name)s” is there twice, and the two are not the same. Bring one of them.")
                % {"name": name}
            )
    return found


def packed(files: Mapping[str, bytes]) -> bytes:
    """A .zip of files by their paths, to be brought in again or elsewhere."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in files.items():
            archive.writestr(path, data)
    return written.getvalue()


def _workbook_in(files: dict[str, bytes]) -> bytes:
    """Taken out of them. Raises Unfit where there is none, or more than one."""
    names = [name for name in files if name.lower().endswith((".xlsx", ".xls"))]
    if len(names) != 1:
        raise Unfit(
            _("One workbook (.xlsx) is needed in the .zip, and %(number)d are there.")
            % {"number": len(names)}
        )
    return files.pop(names[0])


def is_packed(data: bytes) -> bool:
    """Whether it is a .zip to be opened; a workbook is one as well, inside."""
    if not data.startswith(_ZIP):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "[Content_Types].xml" not in archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return False


def _files(uploads: list[UploadedFile[bytes]]) -> Iterator[tuple[str, bytes]]:
    if sum(upload.size or 0 for upload in uploads) > MOST_BYTES:
        raise _too_much()
    for upload in uploads:
        data = upload.read()
        if is_packed(data):
            yield from _in_archive(data)
        else:
            yield str(upload.name), data


def _in_archive(data: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = [member for member in archive.infolist() if not member.is_dir()]
        for member in members:
            _refuse_unsafe(member)
        if len(members) > MOST_FILES or sum(member.file_size for member in members) > MOST_BYTES:
            raise _too_much()
        for member in members:
            path = PurePosixPath(member.filename)
            if "__MACOSX" in path.parts or path.name.startswith((".", "~$")) or path.name == "Thumbs.db":
                continue
            try:
                yield path.name, archive.read(member)
            except (zipfile.BadZipFile, zlib.error, EOFError) as fault:
                raise Unfit(_("The .zip is damaged. Pack it anew.")) from fault


def _refuse_unsafe(member: zipfile.ZipInfo) -> None:
    path = PurePosixPath(member.filename.replace("\\", "/"))
    if ".." in path.parts or path.is_absolute() or "\\" in member.filename:
        raise Unfit(_("A name in the .zip leads out of it. It was not opened; pack it anew."))
    if member.flag_bits & 1 or member.compress_type not in _WAYS:
        raise Unfit(_("The .zip has a password or is packed in a rare way. Pack it anew without."))
    if member.file_size > MOST_RATIO * max(member.compress_size, 1024):
        raise _too_much()


def _too_much() -> Unfit:
    return Unfit(
        _("This is more than %(most)d MB or %(files)d files, packed or not. Bring less at once.")
        % {"most": MOST_BYTES // 2**20, "files": MOST_FILES}
    )
