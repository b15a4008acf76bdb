"""Close a round."""

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render

from cairn.people.asking import SignedIn
from cairn.rounds import facts
from cairn.rounds.actions import agreeing
from cairn.rounds.asking import round_or_404
from cairn.rounds.forms import ReasonForm


def close(request: SignedIn, pk: int) -> HttpResponse:
    round_ = round_or_404(request, pk)
    rest = facts.undecided_items(round_)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    form.fields["reason"].required = bool(rest)
    if form.is_valid():
        try:
            agreeing.close(round_=round_, rest_undecided_because=form.cleaned_data["reason"], by=request.user)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            return redirect("round", pk)
    return render(request, "rounds/close.html", {"round": round_, "rest": rest, "form": form})
