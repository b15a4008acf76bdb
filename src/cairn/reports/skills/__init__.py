"""The grid of skills on paper and as a file: PDF, Word, Excel and JSON, in one language or two."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from cairn.reports.facts import Report
from cairn.reports.skills.shape import WISHES, sheet_of

if TYPE_CHECKING:
    from cairn.participants.models import Participant

__all__ = ["FORMATS", "WISHES", "written"]
FORMATS = ("pdf", "docx", "xlsx", "json")
"""Each is a file here that says `MEDIA_TYPE` and `write`."""


def written(
    participant: Participant, kind: str, *, languages: Sequence[str], sections: Collection[str]
) -> Report:
    """The chosen sections of whoever was opened for the reader. The file's name tells no more than the code."""
    writer = import_module(f"{__name__}.{kind}")
    content = writer.write(sheet_of(participant, languages, sections))
    return Report(content, writer.MEDIA_TYPE, f"skills-{participant.code}.{kind}")
