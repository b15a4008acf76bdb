"""Autosave of a sheet: the answer is a line that says what became of it, and what the page must now know."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST

from cairn.assessments.asking import assessment_or_404, sheet_or_404
from cairn.assessments.views.taking import take
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission


@require_POST
def save(request: SignedIn, pk: int, node_id: str) -> HttpResponse:
    assessment = assessment_or_404(request, pk, Permission.ASSESS)
    taken = take(request, assessment, sheet_or_404(assessment, node_id), whole=False)
    context = {
        "assessment": assessment,
        "may_assess": True,
        "taken": taken,
        "now": timezone.localtime(),
        "autosave": True,
    }
    return render(request, "assessments/parts/saved.html", context)
