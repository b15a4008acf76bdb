"""What can be begun from an assessment: the next one, a newer version, another framework."""

from django.http import HttpResponse
from django.shortcuts import render

from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.people.facts import may
from cairn.renewals import actions, facts
from cairn.renewals.asking import assessment_or_404, begun


def next_one(request: SignedIn, pk: int) -> HttpResponse:
    assessment = assessment_or_404(request, pk)
    if request.method == "POST":
        begin = actions.begin_copy if "copy" in request.POST else actions.begin_next
        return begun(request, lambda: begin(former=assessment, by=request.user), "assessment_next", pk)
    context = {
        "assessment": assessment,
        "upgrade": facts.upgrade_of(assessment),
        "others": facts.others(assessment),
        "may_assess": may(request.user, Permission.ASSESS, assessment.practice.organisation),
    }
    return render(request, "renewals/next.html", context)
