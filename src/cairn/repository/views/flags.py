"""What readers flagged on one's practices."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from cairn.common import tables
from cairn.people.asking import SignedIn
from cairn.repository import facts

ON_A_PAGE = 30


def listing(request: SignedIn) -> HttpResponse:
    page = Paginator(facts.flags_for(request.user), ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "repository/flags.html", {"page": page})


def export(request: SignedIn, kind: str) -> HttpResponse:
    return tables.answer(kind, "flags", facts.FLAG_COLUMNS, facts.flags_for(request.user))
