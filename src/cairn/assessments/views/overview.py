"""An assessment from above: what was judged, what that amounts to, and what is left to do."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy

from cairn.assessments import facts
from cairn.assessments.asking import assessment_or_404
from cairn.assessments.weighing.lints import lints_of
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.people.facts import may

REPORTS = (
    ("pdf", gettext_lazy("PDF")),
    ("docx", gettext_lazy("Word")),
    ("xlsx", gettext_lazy("Spreadsheet")),
    ("html", gettext_lazy("Web page")),
    ("json", gettext_lazy("JSON")),
    ("jsonld", gettext_lazy("Linked data")),
)
"""The formats offered; the room of reports makes them."""


def overview(request: SignedIn, pk: int) -> HttpResponse:
    assessment = assessment_or_404(request, pk)
    outline = facts.outline_of(assessment)
    organisation = assessment.practice.organisation
    context = {
        "assessment": assessment,
        "framework": outline.framework,
        "branches": outline.branches(),
        "overall": outline.score.overall,
        "verdict": outline.overall(),
        "tasks": outline.tasks(),
        "lints": lints_of(assessment, outline),
        "leftovers": list(assessment.leftovers.all()),
        "reports": REPORTS,
        "edition": facts.last_edition(assessment.practice),
        "may_assess": facts.may_write(request.user, assessment),
        "may_publish": may(request.user, Permission.PUBLISH, organisation),
    }
    return render(request, "assessments/overview.html", context)
