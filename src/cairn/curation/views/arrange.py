"""Put a practice in, move it, take it out; show the collection to everyone, or hide it."""

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from cairn.curation import actions, facts
from cairn.curation.forms import PutForm
from cairn.curation.views.edit import page
from cairn.people.asking import SignedIn
from cairn.publications.facts import published


@require_POST
def put(request: SignedIn, pk: int) -> HttpResponse:
    collection = get_object_or_404(facts.editable_by(request.user), pk=pk)
    prefix = next((name.rpartition("-")[0] for name in request.POST if name.endswith("-practice")), "")
    form = PutForm(request.POST, prefix=prefix)
    if not form.is_valid():
        return page(request, collection, put=form, status=400)
    publication = get_object_or_404(published(), practice__slug=form.cleaned_data["practice"])
    actions.put(
        collection=collection,
        practice=publication.practice,
        reason=form.cleaned_data["reason"],
        by=request.user,
    )
    return redirect("collection_edit", collection.pk)


@require_POST
def move_up(request: SignedIn, pk: int, place: int) -> HttpResponse:
    collection = get_object_or_404(facts.editable_by(request.user), pk=pk)
    actions.move_up(place=get_object_or_404(collection.places, pk=place))
    return redirect("collection_edit", collection.pk)


@require_POST
def take_out(request: SignedIn, pk: int, place: int) -> HttpResponse:
    collection = get_object_or_404(facts.editable_by(request.user), pk=pk)
    actions.take_out(place=get_object_or_404(collection.places, pk=place))
    return redirect("collection_edit", collection.pk)


@require_POST
def show_or_hide(request: SignedIn, pk: int) -> HttpResponse:
    collection = get_object_or_404(facts.editable_by(request.user), pk=pk)
    try:
        (actions.hide if collection.shown_since else actions.show)(collection=collection)
    except ValidationError as error:
        return page(request, collection, problems=error.messages, status=400)
    return redirect("collection_edit", collection.pk)
