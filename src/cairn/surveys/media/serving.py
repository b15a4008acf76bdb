"""A file of a form as a browser asks for it: whole, or the part that it names, which some need to play anything at all."""

from __future__ import annotations

import re

from django.http import HttpRequest, HttpResponse

from cairn.surveys.media.facts import content_of
from cairn.surveys.models import FormFile

_RANGE = re.compile(r"bytes=(\d{0,12})-(\d{0,12})", re.ASCII)


def answer(request: HttpRequest, file: FormFile) -> HttpResponse:
    """With the type that it was found to have, and no name: what it is called may tell what the form is about."""
    # Parts are counted in the file as it is, and pictures and recordings do not shrink.
    request.META.pop("HTTP_ACCEPT_ENCODING", None)
    content = content_of(file)
    found = _RANGE.fullmatch(request.headers.get("Range", ""))
    if not found or not any(found.groups()):
        return _answer(content, file.content_type)
    start, end = _part(found[1], found[2], len(content))
    if start >= end:
        refused = _answer(b"", file.content_type, 416)
        refused["Content-Range"] = f"bytes */{len(content)}"
        return refused
    part = _answer(content[start:end], file.content_type, 206)
    part["Content-Range"] = f"bytes {start}-{end - 1}/{len(content)}"
    return part


def _part(first: str, last: str, size: int) -> tuple[int, int]:
    """Where the part begins, and one after where it ends; without a first byte the last so many are meant."""
    if not first:
        return max(size - int(last), 0), size
    return int(first), min(int(last) + 1, size) if last else size


def _answer(content: bytes, content_type: str, status: int = 200) -> HttpResponse:
    made = HttpResponse(content, content_type=content_type, status=status)
    made["Accept-Ranges"] = "bytes"
    made["X-Content-Type-Options"] = "nosniff"
    return made
