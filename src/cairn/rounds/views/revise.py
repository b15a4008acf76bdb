"""Change a round's last day and its words for assessors."""

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render

from cairn.people.asking import SignedIn
from cairn.rounds.actions import opening
from cairn.rounds.asking import round_or_404
from cairn.rounds.forms import ReviseForm


def revise(request: SignedIn, pk: int) -> HttpResponse:
    round_ = round_or_404(request, pk)
    told = {"deadline": round_.deadline, "instructions": round_.instructions}
    form = ReviseForm(request.POST or None, initial=told)
    if request.method == "POST" and form.is_valid():
        try:
            return redirect("round", opening.revise(round_=round_, **form.cleaned_data).pk)
        except ValidationError as error:
            form.add_error(None, error)
    return render(request, "rounds/revise.html", {"round": round_, "form": form})
