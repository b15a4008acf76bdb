"""Begin a collection."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from cairn.curation import actions
from cairn.curation.forms import NewForm
from cairn.people.asking import SignedIn, only_if
from cairn.people.enums import Permission
from cairn.people.facts import organisations_of


def begin(request: SignedIn) -> HttpResponse:
    organisations = organisations_of(request.user, Permission.CURATE)
    only_if(organisations.exists())
    form = NewForm(
        request.POST or None, organisations=organisations, initial={"organisation": organisations.first()}
    )
    if form.is_valid():
        said = {
            name: form.cleaned_data[name] for name in ("organisation", "title", "introduction", "language")
        }
        collection = actions.begin(by=request.user, **said)
        return redirect("collection_edit", collection.pk)
    return render(request, "curation/new.html", {"form": form})
