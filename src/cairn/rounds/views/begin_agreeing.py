"""End the judging, so that the judgements can be laid beside each other and agreed on."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render

from cairn.people.asking import SignedIn
from cairn.rounds import facts
from cairn.rounds.actions import agreeing
from cairn.rounds.asking import round_or_404


def begin_agreeing(request: SignedIn, pk: int) -> HttpResponse:
    round_ = round_or_404(request, pk)
    if request.method == "POST":
        try:
            agreeing.begin_agreeing(round_=round_, by=request.user)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            return redirect("round", pk)
        return redirect("round_differences", pk)
    context = {"round": round_, "waiting": facts.waiting_for(round_)}
    return render(request, "rounds/end_judging.html", context)
