"""What is true of the files of a version."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import NamedTuple
from uuid import UUID

from django.core.files.storage import storages

from cairn.surveys.headings import UNSAID, tag_of
from cairn.surveys.media.naming import Named, languages_in, named_in
from cairn.surveys.models import FormFile, FormVersion


class Line(NamedTuple):
    """One file that the sheets name, whether it is there or not."""

    name: str
    cells: list[Named]
    file: FormFile | None


class Weight(NamedTuple):
    """Bytes that a phone fetches beside the words, where all is asked on one page."""

    pictures: int
    recordings: int
    """Only of what somebody plays."""


def names_in(version: FormVersion) -> list[str]:
    return list(dict.fromkeys(cell.name for cell in named_in(version.sheets)))


def files_of(version: FormVersion) -> dict[str, FormFile]:
    """By name. No query where the form names none."""
    return {file.name: file for file in version.files.all()} if names_in(version) else {}


def file_of(version: FormVersion, pk: UUID) -> FormFile | None:
    return version.files.filter(pk=pk).first()


def addresses(version: FormVersion, place: Callable[[FormFile], str]) -> dict[str, str]:
    """Where each file is to be had, for surveys.showing."""
    return {name: place(file) for name, file in files_of(version).items()}


def lines(version: FormVersion) -> list[Line]:
    there = files_of(version)
    cells = named_in(version.sheets)
    return [
        Line(name, [cell for cell in cells if cell.name == name], there.get(name))
        for name in names_in(version)
    ]


def missing(version: FormVersion) -> list[Named]:
    """The cells that name a file which nobody brought."""
    there = files_of(version)
    return [cell for cell in named_in(version.sheets) if cell.name not in there]


def weight(version: FormVersion, tag: str) -> Weight:
    """In one language; a picture that has none in it is shown in the form's own."""
    there = files_of(version)
    pictures: set[str] = set()
    recordings: set[str] = set()
    for cell in named_in(version.sheets):
        tags = {tag_of(language) or UNSAID for language in languages_in(cell.column)} or {UNSAID}
        if cell.name in there and tags & {tag, UNSAID, version.languages[0] if cell.is_picture else tag}:
            (pictures if cell.is_picture else recordings).add(cell.name)
    return Weight(*(sum(there[name].size for name in names) for names in (pictures, recordings)))


def with_files(versions: Collection[FormVersion]) -> set[int]:
    """Keys of those versions that have any."""
    return set(FormFile.objects.filter(version__in=versions).values_list("version", flat=True))


def content_of(file: FormFile) -> bytes:
    with storages["documents"].open(file.stored_as) as stored:
        content: bytes = stored.read()
    return content
