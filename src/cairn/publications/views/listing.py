"""All published practices, to look through and to search."""

from urllib.parse import urlencode

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from cairn.publications import facts, showing

ON_A_PAGE = 12


@login_not_required
def listing(request: HttpRequest) -> HttpResponse:
    words = request.GET.get("q", "").strip()
    page = Paginator(facts.search(words), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "words": words,
        "page": page,
        "entries": [showing.entry(publication) for publication in page],
        "query": urlencode({"q": words}) if words else "",
    }
    return render(request, "publications/list.html", context)
