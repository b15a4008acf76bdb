"""A report to a funder as a file: PDF, Word, Excel. All are drawn from the same paper, so all say the same."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from django.utils import translation
from django.utils.text import slugify

from cairn.reports.facts import Report

if TYPE_CHECKING:
    from cairn.progress.shape import Paper

FORMATS = ("pdf", "docx", "xlsx")
"""Each is a file here that says `MEDIA_TYPE` and `write`."""


def written(paper: Paper, kind: str) -> Report:
    """In the report's own language."""
    writer = import_module(f"{__name__}.{kind}")
    with translation.override(paper.language):
        return Report(writer.write(paper), writer.MEDIA_TYPE, file_name(paper, kind))


def file_name(paper: Paper, kind: str) -> str:
    stem = slugify(paper.practice, allow_unicode=True) or "report"
    return f"{stem}-{paper.starts_on.isoformat()}-{paper.ends_on.isoformat()}.{kind}"
