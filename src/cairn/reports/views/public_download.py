"""A published edition as a file: always written from the frozen text."""

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _

from cairn.publications import facts as publications
from cairn.publications.portrait import from_text
from cairn.reports import facts
from cairn.reports.views.answer import attached


@login_not_required
def public_download(
    request: HttpRequest,
    slug: str,
    format: str,  # noqa: A002  # the word in the address
    edition: int | None = None,
) -> HttpResponse:
    try:
        publication = publications.edition_of(slug, edition)
    except ObjectDoesNotExist as fault:
        raise Http404 from fault
    if format not in facts.writers():
        raise Http404
    if publication.withdrawn_at:
        return HttpResponse(
            _("This edition was withdrawn."), status=410, content_type="text/plain; charset=utf-8"
        )
    # Weak: the content is the same, but some formats note when they were written.
    etag = f'W/"{publication.digest}-{format}"'
    unchanged = get_conditional_response(request, etag=etag)
    if unchanged is not None:
        return unchanged
    response = attached(facts.written(from_text(publication.text), format, edition=publication.edition))
    response["ETag"] = etag
    return response
