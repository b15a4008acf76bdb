"""All published practices: searched, narrowed, arranged, and each way of it with an address of its own."""

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from cairn.repository import filters, finding
from cairn.repository.labels import SORTS, Labels
from cairn.search.shape import Axis

ON_A_PAGE = 12


@login_not_required
def listing(request: HttpRequest) -> HttpResponse:
    chosen = filters.read(request.GET)
    found = finding.page_of(chosen, ON_A_PAGE)
    offered = (code for code, _count in found.facets.get(Axis.ORGANISATION, ()))
    labels = Labels([*offered, *chosen.facets.get(Axis.ORGANISATION, ())])
    empty = not found.total
    context = {
        "chosen": chosen,
        "found": found,
        "query": chosen.query,
        "results": finding.results(found),
        "page": Paginator(range(found.total), ON_A_PAGE).get_page(chosen.page),
        "facets": finding.facets(found, chosen, labels),
        "tags": finding.tags(chosen, labels),
        "ways_out": finding.ways_out(chosen, labels) if empty else [],
        "sorts": [(sort.value, label) for sort, label in SORTS.items()],
        "sort": chosen.wanted(offset=0, limit=1).sort.value,
    }
    return render(request, "repository/list.html", context)
