"""One collection, for everyone, and for its editors before it is shown."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from cairn.common import tables
from cairn.curation import facts
from cairn.curation.models import Collection
from cairn.people.models import Person


@login_not_required
def show(request: HttpRequest, slug: str) -> HttpResponse:
    collection = _readable(request, slug)
    context = {
        "collection": collection,
        "contents": [one for one in facts.contents(collection) if one.entry],
        "may_edit": isinstance(request.user, Person)
        and facts.editable_by(request.user).filter(pk=collection.pk).exists(),
    }
    return render(request, "curation/show.html", context)


@login_not_required
def export(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    collection = _readable(request, slug)
    rows = [one for one in facts.contents(collection) if one.entry]
    return tables.answer(kind, f"collection-{collection.slug}", facts.COLUMNS, rows)


def _readable(request: HttpRequest, slug: str) -> Collection:
    """A collection that is not shown looks to others as if it were not there."""
    collection = facts.shown().filter(slug=slug).first()
    if collection is None and isinstance(request.user, Person):
        collection = facts.editable_by(request.user).filter(slug=slug).first()
    if collection is None:
        raise Http404
    return collection
