"""An assessment as it stands now, as a file."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404

from cairn.assessments import facts as assessments
from cairn.people.asking import SignedIn
from cairn.reports import facts
from cairn.reports.views.answer import attached


def download(request: SignedIn, pk: int, format: str) -> HttpResponse:  # noqa: A002  # the word in the address
    assessment = get_object_or_404(assessments.visible_to(request.user), pk=pk)
    if format not in facts.writers():
        raise Http404
    return attached(facts.written(assessments.portrait_of(assessment), format))
