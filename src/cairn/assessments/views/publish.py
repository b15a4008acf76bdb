"""Publish an assessment as the practice's next edition, after seeing what is still open."""

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render

from cairn.assessments import actions, facts
from cairn.assessments.asking import assessment_or_404
from cairn.assessments.weighing.lints import lints_of
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission


def publish(request: SignedIn, pk: int) -> HttpResponse:
    assessment = assessment_or_404(request, pk, Permission.PUBLISH)
    problems: list[str] = []
    if request.method == "POST":
        try:
            return redirect(actions.publish(assessment=assessment, by=request.user))
        except ValidationError as error:
            problems = error.messages
    outline = facts.outline_of(assessment)
    context = {
        "assessment": assessment,
        "overall": outline.score.overall,
        "verdict": outline.overall(),
        "tasks": outline.tasks(),
        "lints": lints_of(assessment, outline),
        "holds": facts.approval_holds(assessment),
        "edition": facts.last_edition(assessment.practice),
        "problems": problems,
    }
    return render(request, "assessments/publish.html", context)
