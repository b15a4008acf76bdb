"""The sign of a practice, as a picture and for programs. Made to stand on other people's pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csp.decorators import csp_replace
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import conditional_page, require_safe

from cairn.common.drawing.palette import PRINT
from cairn.publications import facts as publications
from cairn.repository import badge

if TYPE_CHECKING:
    from cairn.publications.models import Publication

AN_HOUR = 60 * 60


@login_not_required
@require_safe
@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})  # type: ignore[arg-type]  # its stubs know views without arguments only
@conditional_page
def show(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """In the language of the page it stands for, whoever looks: so that one copy serves everyone."""
    try:
        publication = publications.edition_of(slug)
    except ObjectDoesNotExist as fault:
        raise Http404 from fault
    portrait = publications.portrait(publication)
    with translation.override(portrait.language):
        response = (_picture if kind == "svg" else _for_programs)(publication)
    response["Content-Language"] = portrait.language
    response["Access-Control-Allow-Origin"] = "*"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    patch_cache_control(response, public=True, max_age=AN_HOUR)
    return response


def _picture(publication: Publication) -> HttpResponse:
    """A picture even where all was withdrawn: a broken one would say nothing to its readers."""
    gone = publication.withdrawn_at is not None
    said = badge.withdrawn() if gone else badge.standing(publications.portrait(publication))
    return HttpResponse(badge.drawn(said, PRINT), content_type="image/svg+xml")


def _for_programs(publication: Publication) -> HttpResponse:
    if publication.withdrawn_at:
        said = {
            "label": "Cairn",
            "message": badge.withdrawn().message,
            "description": badge.withdrawn().about,
        }
        return JsonResponse(said, status=410)
    portrait = publications.portrait(publication)
    return JsonResponse(
        badge.told(publication.practice.slug, publication.edition, publication.digest, portrait)
    )
