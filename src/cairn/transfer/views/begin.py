"""Begin to adapt a published practice, from its public page."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from cairn.people.asking import SignedIn, only_if
from cairn.publications import facts as publications
from cairn.transfer import actions, facts
from cairn.transfer.forms import BeginForm


def begin(request: SignedIn, slug: str, edition: int) -> HttpResponse:
    organisations = facts.adapters(request.user)
    only_if(organisations.exists())
    publication = get_object_or_404(publications.editions(slug), edition=edition)
    if publication.withdrawn_at:
        raise Http404
    form = BeginForm(
        request.POST or None,
        organisations=organisations,
        initial={"title": publication.title, "organisation": organisations.first()},
    )
    if form.is_valid():
        return redirect(actions.begin(publication=publication, by=request.user, **form.cleaned_data))
    return render(request, "transfer/begin.html", {"publication": publication, "form": form})
