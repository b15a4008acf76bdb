"""Write down what is agreed on one item."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from cairn.assessments import facts as assessments
from cairn.assessments.weighing import suggesting
from cairn.assessments.weighing.panels import panels_of
from cairn.assessments.weighing.reading import evidence_of
from cairn.people.asking import SignedIn
from cairn.rounds import facts
from cairn.rounds.actions import agreeing
from cairn.rounds.asking import readable_or_404
from cairn.rounds.comparing import Beside, beside, in_words, worst_first
from cairn.rounds.forms import agreed_from
from cairn.rounds.pages import choices
from cairn.rounds.saying import Agreed, Clash, Ended, Refused

if TYPE_CHECKING:
    from cairn.rounds.models import Round


def settle(request: SignedIn, pk: int, item_id: str) -> HttpResponse:
    round_ = readable_or_404(request, pk)
    rows = worst_first(beside(round_, facts.framework_of(round_), reader=request.user))
    row = next((row for row in rows if row.item.id == item_id), None)
    if row is None:
        raise Http404
    if request.method != "POST":
        return _page(request, round_, row, _stored(round_, row))
    said = agreed_from(request.POST, item_id)
    try:
        settled = agreeing.agree(round_=round_, said=[said], by=request.user)
    except Refused as refused:
        faults = [fault.message for fault in refused.faults]
        return _page(request, round_, row, said, faults=faults, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    except Ended as ended:
        return _page(request, round_, row, said, faults=[str(ended)], status=HTTPStatus.CONFLICT)
    if settled.clashes:
        now = _stored(round_, row)
        seen = Agreed(item_id, now.base, now.mark_base, said.level, said.reason)
        return _page(request, round_, row, seen, clash=settled.clashes[0], status=HTTPStatus.CONFLICT)
    return _onward(request, round_, rows, item_id)


def _onward(request: SignedIn, round_: Round, rows: list[Beside], item_id: str) -> HttpResponse:
    """To the next item on which nothing is agreed, where the moderator wants to go on."""
    after = [each.item.id for each in rows if not each.agreed and each.item.id != item_id]
    if request.POST.get("go") == "next" and after:
        return redirect("round_item", round_.pk, after[0])
    return redirect("round_differences", round_.pk)


def _stored(round_: Round, row: Beside) -> Agreed:
    """What stands now, as the form shows it first: what was agreed, else what everyone said."""
    entry = assessments.entries_of(round_.assessment).get(row.item.id)
    last = facts.agreed_in(round_).get(row.item.id)
    level = last.level if last else row.alike or ""
    return Agreed(
        row.item.id,
        last.revision if last else 0,
        entry.revision if entry else 0,
        level,
        last.reason if last else "",
    )


def _page(
    request: SignedIn,
    round_: Round,
    row: Beside,
    said: Agreed,
    *,
    faults: list[str] | None = None,
    clash: Clash | None = None,
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    framework = facts.framework_of(round_)
    entry = assessments.entries_of(round_.assessment).get(row.item.id)
    chosen = said.level if said.level or said.base or request.method == "POST" else None
    context = {
        "round": round_,
        "row": row,
        "said": said,
        "path": framework.path(row.item.id)[:-1],
        "choices": choices(framework, row.item, chosen, blank=False),
        "left_undecided": chosen == "",
        "panel": panels_of(
            request.user,
            round_.assessment,
            framework=framework,
            items=(row.item,),
            entries={},
            evidence=evidence_of(round_.assessment),
        ).get(row.item.id),
        "mark": in_words(framework, row.item.id, entry.level) if entry else "",
        "faults": faults,
        "clash": clash,
        "clash_level": in_words(framework, row.item.id, clash.level) if clash else "",
        "history": [
            (each, in_words(framework, row.item.id, each.level), suggesting.in_words(each.suggested))
            for each in round_.agreed.filter(item_id=row.item.id).select_related("by").order_by("-revision")
        ],
    }
    return render(request, "rounds/settle.html", context, status=status)
