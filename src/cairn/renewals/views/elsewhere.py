"""What an assessment says in another framework: derived, never anyone's judgement."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from cairn.frameworks.models import FrameworkVersion
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.people.facts import may
from cairn.renewals import actions, facts
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
    context = {
        "assessment": assessment,
        "others": others,
        "chosen": chosen,
        "views": facts.seen_in(assessment, chosen) if chosen else (),
        "may_assess": may(request.user, Permission.ASSESS, assessment.practice.organisation),
    }
    return render(request, "renewals/elsewhere.html", context)


def _chosen(others: list[FrameworkVersion], ref: str | None) -> FrameworkVersion | None:
    return next((version for version in others if str(version) == ref), None)
