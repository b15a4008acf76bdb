"""What programs that wander the web should find, and what would only tire them."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import conditional_page, require_safe

from cairn.publications import facts as publications
from cairn.repository.sitemap import Stop, written

MOST = 50_000
"""Addresses in one map, by the protocol."""
XML = "application/xml; charset=utf-8"
LASTING = ("home", "publication_list", "framework_list")
"""Pages that are always there."""


@login_not_required
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Filtered lists are left out: they are the same practices in endless arrangements."""
    lines = (
        "User-agent: *",
        "Disallow: /account/",
        "Disallow: /desk/",
        "Disallow: /assessments/",
        f"Disallow: {reverse('publication_list')}?",
        f"Sitemap: {settings.SITE_ADDRESS}{reverse('sitemap')}",
    )
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")


@login_not_required
@require_safe
@conditional_page
def sitemap(request: HttpRequest) -> HttpResponse:
    """One map where it holds all; otherwise a map of maps, each under its page."""
    pages = Paginator(publications.published().defer("text").order_by("pk"), MOST)
    number = request.GET.get("page")
    if number is None and pages.num_pages > 1:
        address = settings.SITE_ADDRESS + reverse("sitemap")
        parts = [Stop(f"{address}?page={page}") for page in pages.page_range]
        return HttpResponse(written(parts, whole="sitemapindex", part="sitemap"), content_type=XML)
    try:
        page = pages.page(number or 1)
    except (EmptyPage, PageNotAnInteger) as fault:
        raise Http404 from fault
    lasting = [Stop(settings.SITE_ADDRESS + reverse(name)) for name in LASTING] if page.number == 1 else []
    stops = [
        Stop(
            settings.SITE_ADDRESS + reverse("publication", args=[publication.practice.slug]),
            publication.published_at.date(),
        )
        for publication in page
    ]
    return HttpResponse(written([*lasting, *stops], whole="urlset", part="url"), content_type=XML)
