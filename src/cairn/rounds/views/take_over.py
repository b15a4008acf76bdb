"""Take over at once what everyone judged alike, after seeing it."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext

from cairn.assessments import facts as assessments
from cairn.assessments.weighing.reading import evidence_of
from cairn.people.asking import SignedIn
from cairn.rounds import facts
from cairn.rounds.actions import agreeing
from cairn.rounds.asking import readable_or_404
from cairn.rounds.comparing import beside, in_words
from cairn.rounds.forms import number
from cairn.rounds.models import Round
from cairn.rounds.saying import Clash, Ended, Refused


def take_over(request: SignedIn, pk: int) -> HttpResponse:
    round_ = readable_or_404(request, pk)
    if request.method != "POST":
        return _page(request, round_)
    bases = {name[5:]: number(request.POST.get(name)) for name in request.POST if name.startswith("base:")}
    try:
        settled = agreeing.take_over(round_=round_, bases=bases, by=request.user)
    except Ended as ended:
        return _page(request, round_, problem=str(ended), status=HTTPStatus.CONFLICT)
    except Refused as refused:
        words = " ".join(fault.message for fault in refused.faults)
        return _page(request, round_, problem=words, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    taken = len(settled.written)
    words = ngettext("%(number)s item was taken over.", "%(number)s items were taken over.", taken)
    messages.success(request, words % {"number": taken})
    if settled.clashes:
        return _page(request, round_, clashes=settled.clashes, status=HTTPStatus.CONFLICT)
    return redirect("round_differences", pk)


def _page(
    request: SignedIn,
    round_: Round,
    *,
    problem: str = "",
    clashes: tuple[Clash, ...] = (),
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    framework, evidence = facts.framework_of(round_), evidence_of(round_.assessment)
    entries = assessments.entries_of(round_.assessment)
    contested = {clash.item_id: clash for clash in clashes}
    rows = [row for row in beside(round_, framework, reader=request.user) if row.alike and not row.agreed]
    against = {
        row.item.id
        for row in rows
        if agreeing.against_records(framework, row.item.id, row.alike or "", evidence)
    }
    lines = [
        (
            row,
            entry.revision if (entry := entries.get(row.item.id)) else 0,
            in_words(framework, row.item.id, entry.level) if entry else "",
            contested.get(row.item.id),
        )
        for row in rows
        if row.item.id not in against
    ]
    alone = [row for row in rows if row.item.id in against]
    context = {"round": round_, "lines": lines, "alone": alone, "problem": problem}
    return render(request, "rounds/take_over.html", context, status=status)
