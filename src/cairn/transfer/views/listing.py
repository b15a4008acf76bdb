"""The adaptations of one's organisations."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from cairn.common import tables
from cairn.people.asking import SignedIn
from cairn.transfer import facts

ON_A_PAGE = 50


def listing(request: SignedIn) -> HttpResponse:
    page = Paginator(facts.visible_to(request.user), ON_A_PAGE).get_page(request.GET.get("page"))
    rows = [(adaptation, facts.decided(adaptation)) for adaptation in page.object_list]
    return render(request, "transfer/list.html", {"page": page, "rows": rows})


def export(request: SignedIn, kind: str) -> HttpResponse:
    return tables.answer(kind, "adaptations", facts.COLUMNS, facts.visible_to(request.user))
