"""One question on a seat: its items, each to be judged with a reason and how sure one is."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from cairn.assessments import facts as assessments
from cairn.assessments.weighing.panels import Panel, panels_of
from cairn.assessments.weighing.reading import evidence_of
from cairn.people.asking import SignedIn
from cairn.rounds import facts
from cairn.rounds.actions import judging
from cairn.rounds.asking import page_or_404, seat_or_404
from cairn.rounds.enums import Purpose, State
from cairn.rounds.forms import judged_from
from cairn.rounds.pages import Page, pages_of, rows_of
from cairn.rounds.saying import Ended, Refused

if TYPE_CHECKING:
    from cairn.assessments.models import Entry
    from cairn.rounds.models import Seat


def judge(request: SignedIn, pk: int, node_id: str) -> HttpResponse:
    own = seat_or_404(request, pk)
    page = page_or_404(own, node_id)
    if request.method != "POST":
        return _page(request, own, page, HTTPStatus.OK)
    said = judged_from(request.POST, page.items)
    try:
        saved = judging.judge(seat=own, said=said)
    except Refused as refused:
        return _page(request, own, page, HTTPStatus.UNPROCESSABLE_ENTITY, sent=said, faults=refused.faults)
    except Ended as ended:
        return _page(request, own, page, HTTPStatus.CONFLICT, ended=str(ended), sent=said)
    if saved.clashes:
        contested = {clash.item_id for clash in saved.clashes}
        kept = [one for one in said if one.item_id in contested]
        return _page(request, own, page, HTTPStatus.CONFLICT, sent=kept, clashes=saved.clashes)
    messages.success(request, _("Saved."))
    return _go(own, page, request.POST.get("go", ""))


def _go(own: Seat, page: Page, where: str) -> HttpResponse:
    before, after = neighbours(own, page)
    target = {"previous": before, "next": after, "stay": page.node.id}.get(where)
    return redirect("seat_question", own.pk, target) if target else redirect("seat", own.pk)


def neighbours(own: Seat, page: Page) -> tuple[str | None, str | None]:
    """Ids of the questions before and after this one."""
    ids = [each.node.id for each in pages_of(own, facts.framework_of(own.round))]
    place = ids.index(page.node.id)
    return (ids[place - 1] if place else None, ids[place + 1] if place + 1 < len(ids) else None)


def _page(
    request: SignedIn, own: Seat, page: Page, status: HTTPStatus, *, ended: str = "", **kept: Any
) -> HttpResponse:
    """`kept`: what was sent and could not be saved as it is, with the faults and clashes that say why."""
    framework = facts.framework_of(own.round)
    before, after = neighbours(own, page)
    panels = _panels(request, own, page)
    rows = rows_of(page, framework, facts.own_judgements(own), panels=panels, **kept)
    context = {
        "seat": own,
        "page": page,
        "path": framework.path(page.node.id)[:-1],
        "rows": rows,
        "answer": _answer(own, page),
        "before": before,
        "after": after,
        "ended": ended,
        "faults": [row for row in rows if row.faults],
        "clashes": [row for row in rows if row.clash],
        "writable": own.handed_in_at is None and own.round.state == State.OPEN,
    }
    return render(request, "rounds/judge.html", context, status=status)


def _panels(request: SignedIn, own: Seat, page: Page) -> dict[str, Panel]:
    """What the records say, where the round shows it: figures and ways only to those who may see records anyway."""
    if not own.round.shows_evidence:
        return {}
    assessment = own.round.assessment
    return panels_of(
        request.user,
        assessment,
        framework=facts.framework_of(own.round),
        items=page.items,
        entries={},
        evidence=evidence_of(assessment),
    )


def _answer(own: Seat, page: Page) -> Entry | None:
    """What the assessment answers in words: it is what a verification looks into. Its marks are never shown here."""
    if own.round.purpose != Purpose.VERIFICATION:
        return None
    return assessments.entries_of(own.round.assessment).get(page.node.id)
