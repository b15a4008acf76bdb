"""A report to a funder as a file: a signed one as it was signed, any other as it stands, and says so."""

from __future__ import annotations

from django.http import Http404, HttpResponse

from cairn.people.asking import SignedIn
from cairn.progress import facts
from cairn.progress.asking import readable
from cairn.reports.progress import FORMATS, written
from cairn.reports.views.answer import attached
from cairn.trail.actions import note
from cairn.trail.enums import Deed


def progress(request: SignedIn, practice: int, pk: int, format: str) -> HttpResponse:  # noqa: A002  # the word in the address
    report = readable(request, practice, pk)
    if format not in FORMATS:
        raise Http404
    file = written(facts.paper_of(report), format)
    note(by=request.user, deed=Deed.EXPORTED, thing=f"progress:{report.pk}", practice=report.practice_id)
    return attached(file)
