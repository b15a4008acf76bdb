"""What an assessment says in another framework: derived, never anyone's judgement."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from cairn.common import tables
from cairn.frameworks.models import FrameworkVersion
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.people.facts import may
from cairn.renewals import actions, columns, facts
from cairn.renewals.asking import assessment_or_404, begun


def elsewhere(request: SignedIn, pk: int) -> HttpResponse:
    assessment = assessment_or_404(request, pk)
    others = facts.others(assessment)
    chosen = _chosen(others, request.POST.get("framework") or request.GET.get("framework"))
    if request.method == "POST":
        if chosen is None:
            raise Http404
        return begun(
            request,
            lambda: actions.begin_by(former=assessment, version=chosen, by=request.user),
            "assessment_elsewhere",
            pk,
        )
    views = facts.seen_in(assessment, chosen) if chosen else ()
    context = {
        "assessment": assessment,
        "others": others,
        "chosen": chosen,
        "derived": [view for view in views if view.derived],
        "silent": [view for view in views if not view.derived],
        "may_assess": may(request.user, Permission.ASSESS, assessment.practice.organisation),
    }
    return render(request, "renewals/elsewhere.html", context)


def export(request: SignedIn, pk: str, kind: str) -> HttpResponse:
    """By the framework that is asked for; by every mapped one where none is."""
    assessment = assessment_or_404(request, int(pk))
    others = facts.others(assessment)
    asked = request.GET.get("framework")
    versions = [version for version in others if asked in {None, str(version)}]
    if asked and not versions:
        raise Http404
    rows = [
        row for version in versions for row in columns.pairings(version, facts.seen_in(assessment, version))
    ]
    return tables.answer(kind, f"elsewhere-{pk}", columns.ELSEWHERE, rows)


def _chosen(others: list[FrameworkVersion], ref: str | None) -> FrameworkVersion | None:
    return next((version for version in others if str(version) == ref), None)
