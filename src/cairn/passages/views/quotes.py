"""Passages that bear on the items of an assessment, and those that a person accepted."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from cairn.assessments import facts as assessments
from cairn.common import tables
from cairn.passages import actions, finding, surveying
from cairn.passages.models import Passage
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission


def overview(request: SignedIn, pk: int) -> HttpResponse:
    assessment = get_object_or_404(assessments.visible_to(request.user), pk=pk)
    library = finding.Library(assessment)
    rows = surveying.rows(library)
    context = {
        "assessment": assessment,
        "library": library,
        "accepted": sum(row.accepted for row in rows),
        "rows": rows,
    }
    return render(request, "passages/overview.html", context)


def export(request: SignedIn, pk: int, kind: str) -> HttpResponse:
    assessment = get_object_or_404(assessments.visible_to(request.user), pk=pk)
    rows = surveying.rows(finding.Library(assessment))
    return tables.answer(kind, f"passages-{assessment.practice.slug}", surveying.COLUMNS, rows)


def quotes(request: SignedIn, pk: int, node_id: str) -> HttpResponse:
    assessment = get_object_or_404(assessments.visible_to(request.user), pk=pk)
    item = next((one for one in assessments.framework_shown(assessment).items if one.id == node_id), None)
    if item is None:
        raise Http404
    library = finding.Library(assessment)
    context = {
        "assessment": assessment,
        "item": item,
        "library": library,
        "quotes": library.quotes(node_id),
        "accepted": finding.accepted_for(assessment, node_id),
        "may_write": assessments.may_write(request.user, assessment),
    }
    return render(request, "passages/quotes.html", context)


@require_POST
def accept(request: SignedIn, pk: int, node_id: str) -> HttpResponse:
    assessment = get_object_or_404(assessments.visible_to(request.user, Permission.ASSESS), pk=pk)
    if node_id not in {item.id for item in assessments.framework_shown(assessment).items}:
        raise Http404
    wanted = request.POST.get("passage", "")
    passages = Passage.objects.select_related("document").filter(document__practice=assessment.practice)
    passage = get_object_or_404(passages, pk=int(wanted) if wanted.isdecimal() else 0)
    try:
        actions.accept(assessment=assessment, node_id=node_id, passage=passage, by=request.user)
    except actions.Closed as refusal:
        messages.error(request, str(refusal))
    return redirect("assessment_quotes", assessment.pk, node_id)


@require_POST
def take_back(request: SignedIn, pk: int, quote: int) -> HttpResponse:
    assessment = get_object_or_404(assessments.visible_to(request.user, Permission.ASSESS), pk=pk)
    one = get_object_or_404(finding.accepted_in(assessment), pk=quote)
    try:
        actions.take_back(quote=one, by=request.user)
    except actions.Closed as refusal:
        messages.error(request, str(refusal))
    return redirect("assessment_quotes", assessment.pk, one.node_id)
