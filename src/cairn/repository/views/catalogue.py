"""The catalogue for other catalogues, a hundred practices a page."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import EmptyPage, Page, PageNotAnInteger, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.views.decorators.http import conditional_page, require_safe

from cairn.publications import facts as publications
from cairn.repository import catalogue

if TYPE_CHECKING:
    from cairn.publications.models import Publication

ON_A_PAGE = 100


@login_not_required
@require_safe
@conditional_page
def show(request: HttpRequest) -> HttpResponse:
    try:
        page = Paginator(publications.published(), ON_A_PAGE).page(request.GET.get("page", 1))
    except (EmptyPage, PageNotAnInteger) as fault:
        raise Http404 from fault
    # What we say ourselves is English and says so; what practices say is in their own languages.
    with translation.override("en"):
        linked = catalogue.catalogue(page, _pages(page))
    content = json.dumps(linked, ensure_ascii=False, indent=1)
    response = HttpResponse(content, content_type=catalogue.MEDIA_TYPE)
    response["Access-Control-Allow-Origin"] = "*"
    return response


def _pages(page: Page[Publication]) -> catalogue.Linked:
    """Where the other pages are, by the Hydra vocabulary, which harvesters follow."""
    address = catalogue.site("catalogue")
    view: catalogue.Linked = {
        "id": f"{address}?page={page.number}",
        "type": "hydra:PartialCollectionView",
        "hydra:totalItems": page.paginator.count,
        "hydra:first": f"{address}?page=1",
        "hydra:last": f"{address}?page={page.paginator.num_pages}",
    }
    if page.has_previous():
        view["hydra:previous"] = f"{address}?page={page.previous_page_number()}"
    if page.has_next():
        view["hydra:next"] = f"{address}?page={page.next_page_number()}"
    return view
