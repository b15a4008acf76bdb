"""Collections for everyone."""

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from cairn.curation import facts

ON_A_PAGE = 20


@login_not_required
def listing(request: HttpRequest) -> HttpResponse:
    page = Paginator(facts.shown(), ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "curation/list.html", {"page": page})
