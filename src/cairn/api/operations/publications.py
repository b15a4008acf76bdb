"""The public record, open to everyone; withdrawing is for those who may publish."""

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Query, Router

from cairn.api.door import Request
from cairn.api.paging import Window
from cairn.api.problems import Refusal
from cairn.api.schemas import FoundPage, Narrowing, PublicationLine, Reason
from cairn.publications import actions, facts
from cairn.publications.portrait import Portrait
from cairn.repository.finding import publications_of
from cairn.search.facts import find
from cairn.search.shape import Sort, Wanted

if TYPE_CHECKING:
    from cairn.publications.models import Publication

router = Router(tags=["Publications"])


@router.get("", response=FoundPage, summary="List the published practices", auth=None)
def list_publications(
    request: HttpRequest, window: Query[Window], narrowed: Query[Narrowing], words: str = ""
) -> dict[str, Any]:
    """The newest standing edition of each; words and facets narrow the list, as on the page for people."""
    wanted = Wanted(
        words=words.replace("\0", " "),
        facets=narrowed.facets(),
        since=narrowed.since,
        until=narrowed.until,
        sort=narrowed.sort or (Sort.RELEVANCE if words.strip() else Sort.NEWEST),
        offset=window.offset,
        limit=window.limit,
    )
    found = find(wanted)
    return {
        "items": publications_of(found),
        "total": found.total,
        "limit": window.limit,
        "offset": window.offset,
        "read_as": found.read_as,
        "facets": {
            axis: [{"code": code, "count": count} for code, count in counts]
            for axis, counts in found.facets.items()
        },
    }


@router.get("/{slug}", response=Portrait, summary="The latest edition of a practice, whole", auth=None)
def show_publication(request: HttpRequest, slug: str) -> Portrait:
    return standing(slug, None)


@router.get("/{slug}/editions/{edition}", response=Portrait, summary="One edition, whole", auth=None)
def show_edition(request: HttpRequest, slug: str, edition: int) -> Portrait:
    return standing(slug, edition)


def standing(slug: str, edition: int | None) -> Portrait:
    try:
        publication = facts.edition_of(slug, edition)
    except (ObjectDoesNotExist, OverflowError) as fault:
        raise Http404 from fault
    if publication.withdrawn_at:
        raise Refusal(410, publication.withdrawal_reason)
    return facts.portrait(publication)


@router.post("/{slug}/editions/{edition}/withdraw", response=PublicationLine, summary="Take an edition back")
def withdraw_edition(request: Request, slug: str, edition: int, why: Reason) -> "Publication":
    publication = get_object_or_404(facts.withdrawable_by(request.auth), practice__slug=slug, edition=edition)
    return actions.withdraw(publication=publication, by=request.auth, reason=why.reason)
