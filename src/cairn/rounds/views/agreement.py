"""How far the assessors agree, in figures with their intervals."""

from django.http import HttpResponse
from django.shortcuts import render

from cairn.people.asking import SignedIn
from cairn.rounds import facts
from cairn.rounds.agreement import DRAWS
from cairn.rounds.asking import readable_or_404
from cairn.rounds.comparing import beside
from cairn.rounds.measuring import lines_of


def agreement(request: SignedIn, pk: int) -> HttpResponse:
    round_ = readable_or_404(request, pk)
    framework = facts.framework_of(round_)
    context = {
        "round": round_,
        "lines": lines_of(framework, beside(round_, framework, reader=request.user)),
        "waiting": facts.waiting_for(round_),
        "draws": DRAWS,
    }
    return render(request, "rounds/agreement.html", context)
