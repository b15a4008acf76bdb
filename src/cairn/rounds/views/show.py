"""One round, for whoever moderates it: who was asked, who has handed in, and what can be done next."""

from django.http import HttpResponse
from django.shortcuts import render

from cairn.people.asking import SignedIn
from cairn.rounds import facts
from cairn.rounds.asking import round_or_404


def show(request: SignedIn, pk: int) -> HttpResponse:
    round_ = round_or_404(request, pk)
    framework = facts.framework_of(round_)
    seats = list(round_.seats.select_related("person").prefetch_related("reopenings__by"))
    context = {
        "round": round_,
        "seats": [(seat, [framework.by_id[id_].text for id_ in seat.scope]) for seat in seats],
        "waiting": [seat for seat in seats if seat.handed_in_at is None],
        "readable": facts.readable(round_),
        "agreed": len(facts.agreed_in(round_)),
        "items": len(framework.items),
    }
    return render(request, "rounds/show.html", context)
