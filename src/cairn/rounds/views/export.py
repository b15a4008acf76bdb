"""Judgements, or figures of agreement, to take away: only once they may be read."""

from django.http import HttpResponse

from cairn.common import tables
from cairn.people.asking import SignedIn
from cairn.rounds import comparing, facts, measuring
from cairn.rounds.asking import readable_or_404


def export(request: SignedIn, pk: str, what: str, kind: str) -> HttpResponse:
    round_ = readable_or_404(request, int(pk))
    framework = facts.framework_of(round_)
    rows = comparing.beside(round_, framework, reader=request.user)
    if what == "judgements":
        return tables.answer(kind, f"judgements-{pk}", comparing.COLUMNS, comparing.cells(rows))
    return tables.answer(kind, f"agreement-{pk}", measuring.COLUMNS, measuring.lines_of(framework, rows))
