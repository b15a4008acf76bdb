"""Take an edition back, with a reason that everyone can read."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from cairn.people.asking import SignedIn
from cairn.publications import actions, facts
from cairn.publications.forms import WithdrawForm


def withdraw(request: SignedIn, pk: int) -> HttpResponse:
    publication = get_object_or_404(facts.withdrawable_by(request.user), pk=pk)
    form = WithdrawForm(request.POST or None)
    if form.is_valid():
        actions.withdraw(publication=publication, by=request.user, reason=form.cleaned_data["reason"])
        return redirect(publication)
    return render(request, "publications/withdraw.html", {"publication": publication, "form": form})
