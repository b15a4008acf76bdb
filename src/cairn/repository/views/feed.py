"""What was published last, for feed readers: by Atom (RFC 4287), for any filter of the list."""

from dataclasses import replace

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import conditional_page, require_safe

from cairn.repository import filters, finding
from cairn.repository.labels import Labels
from cairn.search.shape import Axis, Sort

LATEST = 30


@login_not_required
@require_safe
@conditional_page
def feed(request: HttpRequest) -> HttpResponse:
    chosen = replace(filters.read(request.GET), sort=Sort.NEWEST)
    narrowed = ", ".join(
        tag.label for tag in finding.tags(chosen, Labels(chosen.facets.get(Axis.ORGANISATION, ())))
    )
    query = replace(chosen, sort=None).query
    end = f"?{query}" if query else ""
    atom = Atom1Feed(
        title=_("Published practices: %(filter)s") % {"filter": narrowed}
        if narrowed
        else _("Published practices"),
        link=f"{settings.SITE_ADDRESS}{reverse('publication_list')}{end}",
        description=None,
        language=get_language(),
        feed_url=f"{settings.SITE_ADDRESS}{reverse('feed')}{end}",
        author_name=settings.SITE_NAME,
    )
    for publication in finding.everything(chosen, LATEST):
        address = settings.SITE_ADDRESS + publication.get_absolute_url()
        atom.add_item(
            title=publication.title,
            link=address,
            unique_id=address,
            description=publication.summary or publication.title,
            author_name=publication.organisation,
            pubdate=publication.published_at,
            updateddate=publication.published_at,
        )
    return HttpResponse(atom.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")
