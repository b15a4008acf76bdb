"""Every change of an assessment, newest first."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from cairn.assessments import facts
from cairn.assessments.asking import assessment_or_404
from cairn.assessments.telling import told
from cairn.people.asking import SignedIn

PER_PAGE = 50


def history(request: SignedIn, pk: int) -> HttpResponse:
    assessment = assessment_or_404(request, pk)
    page = Paginator(facts.history(assessment), PER_PAGE).get_page(request.GET.get("page"))
    framework = facts.framework_shown(assessment)
    context = {
        "assessment": assessment,
        "page": page,
        "changes": [told(framework, change) for change in page],
        "may_assess": facts.may_write(request.user, assessment),
    }
    return render(request, "assessments/history.html", context)
