"""Edit a collection: its words, what stands in it, and a search for what could."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from cairn.common.conflict import Conflict
from cairn.curation import actions, facts
from cairn.curation.forms import PutForm, WordsForm
from cairn.curation.models import Collection
from cairn.people.asking import SignedIn
from cairn.publications import facts as publications

MOST = 10
"""Practices offered by one search."""


def edit(request: SignedIn, pk: int) -> HttpResponse:
    collection = get_object_or_404(facts.editable_by(request.user), pk=pk)
    form = WordsForm(request.POST or None, initial=_words(collection))
    if request.method != "POST" or not form.is_valid():
        return page(request, collection, form)
    said = dict(form.cleaned_data)
    revision = said.pop("revision") or collection.revision
    try:
        actions.revise(collection=collection, revision=revision, **said)
    except Conflict:
        return _both(request, form, facts.editable_by(request.user).get(pk=pk))
    return redirect("collection_edit", collection.pk)


def _words(collection: Collection) -> dict[str, object]:
    return {name: getattr(collection, name) for name in WordsForm.base_fields}


def _both(request: SignedIn, form: WordsForm, theirs: Collection) -> HttpResponse:
    """One's own words stay in the form; saving once more means having seen theirs."""
    data = request.POST.copy()
    data["revision"] = str(theirs.revision)
    form.data = data
    return page(request, theirs, form, theirs=theirs, status=409)


def page(
    request: SignedIn,
    collection: Collection,
    form: WordsForm | None = None,
    *,
    put: PutForm | None = None,
    problems: list[str] | None = None,
    theirs: Collection | None = None,
    status: int = 200,
) -> HttpResponse:
    """The editor's page, with whatever could not be done said on it."""
    words = request.GET.get("q", "").strip()
    contents = facts.contents(collection)
    inside = [shown.place.practice_id for shown in contents]
    found = publications.search(words).exclude(practice__in=inside)[:MOST] if words else ()
    context = {
        "collection": collection,
        "contents": contents,
        "form": form or WordsForm(initial=_words(collection)),
        "words": words,
        "candidates": [
            (
                publication,
                PutForm(initial={"practice": publication.practice.slug}, prefix=publication.practice.slug),
            )
            for publication in found
        ],
        "put": put,
        "problems": problems,
        "theirs": theirs,
    }
    return render(request, "curation/edit.html", context, status=status)
