"""An adaptation on paper, as it stands now."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.text import slugify

from cairn.people.asking import SignedIn
from cairn.reports.facts import Report
from cairn.reports.pack import write
from cairn.reports.views.answer import attached
from cairn.transfer import facts


def pack(request: SignedIn, pk: int) -> HttpResponse:
    adaptation = get_object_or_404(facts.visible_to(request.user), pk=pk)
    content = write(
        adaptation,
        address=request.build_absolute_uri(adaptation.get_absolute_url()),
        source_address=request.build_absolute_uri(adaptation.publication.get_absolute_url()),
    )
    stem = slugify(adaptation.title, allow_unicode=True) or "adaptation"
    return attached(Report(content, "application/pdf", f"{stem}-pack.pdf"))
