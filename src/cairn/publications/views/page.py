"""The public page of a practice. Whatever it says of the practice comes from the frozen text."""

from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.messages import get_messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.html import format_html
from django.utils.http import quote_etag
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from cairn.common.languages import is_rtl
from cairn.people.enums import Permission
from cairn.people.facts import organisations_of
from cairn.publications import beside, facts, showing
from cairn.publications.models import Publication
from cairn.publications.portrait import digest_of
from cairn.publications.telling import EVIDENCE

FORMATS = (
    ("pdf", "PDF"),
    ("docx", "Word"),
    ("xlsx", "Excel"),
    ("html", "HTML"),
    ("json", "JSON"),
    ("jsonld", "JSON-LD"),
)


@login_not_required
def page(request: HttpRequest, slug: str, edition: int | None = None) -> HttpResponse:
    """The edition that is named, else the newest that stands. A withdrawn one is gone, and says since when and why."""
    try:
        publication = facts.edition_of(slug, edition)
    except Publication.DoesNotExist as fault:
        raise Http404 from fault
    if publication.withdrawn_at:
        return render(request, "publications/tombstone.html", _context(publication), status=410)
    notes = beside.said_beside(publication.practice.slug, publication.edition)
    if request.user.is_authenticated or get_messages(request):
        return render(request, "publications/page.html", _portrayed(request, publication, notes))
    etag = _etag(publication, notes)
    response = get_conditional_response(request, etag=etag) or render(
        request, "publications/page.html", _portrayed(request, publication, notes)
    )
    response["ETag"] = etag
    patch_cache_control(response, no_cache=True)
    return response


def _etag(publication: Publication, notes: list[str]) -> str:
    """Of the frozen text; and of what stands around it: the reader's language, later editions, notes, the sheet."""
    around = [str(other.edition) for other in facts.standing(publication.practice.slug)]
    sheet = static("common/cairn.css").rpartition("/")[2]
    return quote_etag(
        "-".join([publication.digest, get_language() or "", *around, *map(digest_of, notes), sheet])
    )


def _said_in(language: str) -> SafeString:
    """For elements that hold the portrait's own words: the page around them is in the reader's language."""
    return format_html('lang="{}" dir="{}"', language, "rtl" if is_rtl(language) else "ltr")


def _context(publication: Publication) -> dict[str, Any]:
    editions = list(facts.editions(publication.practice.slug).defer("text"))
    return {
        "publication": publication,
        "editions": editions,
        "newer": next((other for other in editions if other.withdrawn_at is None), publication),
    }


def _portrayed(request: HttpRequest, publication: Publication, notes: list[str]) -> dict[str, Any]:
    portrait = facts.portrait(publication)
    return _context(publication) | {
        "portrait": portrait,
        "practice": portrait.practice,
        "framework": portrait.framework,
        "said": _said_in(portrait.language),
        "notes": notes,
        "site": settings.SITE_ADDRESS,
        "intact": facts.intact(publication),
        "wheel": showing.wheel_of(portrait),
        "strip": showing.strip(portrait, key="strip", labelled=True),
        "profile": showing.profile_of(portrait),
        "counted": showing.counted(portrait.tally),
        "about_evidence": EVIDENCE,
        "legend": showing.legend(portrait.tally),
        "formats": FORMATS,
        "may_adapt": request.user.is_authenticated
        and organisations_of(request.user, Permission.ADAPT).exists(),
        "may_withdraw": request.user.is_authenticated
        and facts.withdrawable_by(request.user).filter(pk=publication.pk).exists(),
    }
