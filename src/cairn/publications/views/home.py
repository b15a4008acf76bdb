"""The first page: what Cairn is, for whom, and what was published last."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from cairn.publications import facts, showing

LATEST = 3


@login_not_required
def home(request: HttpRequest) -> HttpResponse:
    entries = [showing.entry(publication) for publication in facts.published()[:LATEST]]
    return render(request, "publications/home.html", {"entries": entries})
