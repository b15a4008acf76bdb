"""What was agreed, for whoever judged, once the round is closed: beside one's own judgement, never those of others."""

from django.http import HttpResponse
from django.shortcuts import render

from cairn.people.asking import SignedIn, only_if
from cairn.rounds import facts
from cairn.rounds.asking import seat_or_404
from cairn.rounds.comparing import in_words
from cairn.rounds.enums import State


def outcome(request: SignedIn, pk: int) -> HttpResponse:
    own = seat_or_404(request, pk)
    only_if(own.round.state == State.CLOSED)
    framework = facts.framework_of(own.round)
    agreed, judged = facts.agreed_in(own.round), facts.own_judgements(own)
    rows = [
        (
            item,
            in_words(framework, item.id, agreed[item.id].level),
            agreed[item.id].reason,
            in_words(framework, item.id, judged[item.id].level) if item.id in judged else "",
        )
        for item in framework.items
    ]
    return render(request, "rounds/outcome.html", {"seat": own, "rows": rows})
