"""An assessment's way to the public: where it stands, how it came there, and what this person can do now."""

from django.http import HttpResponse
from django.shortcuts import render

from cairn.people.asking import SignedIn
from cairn.review import facts
from cairn.review.asking import assessment_or_404


def page(request: SignedIn, pk: int) -> HttpResponse:
    assessment = assessment_or_404(request, pk)
    context = {"assessment": assessment, "events": facts.timeline(assessment)}
    return render(request, "review/page.html", context)
