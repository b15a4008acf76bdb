"""One's seat in a round: the practice, what to know, and how far one is. Nothing else of the organisation."""

from django.http import HttpResponse
from django.shortcuts import render

from cairn.people.asking import SignedIn
from cairn.practices.facts import said_of
from cairn.rounds import facts
from cairn.rounds.asking import seat_or_404
from cairn.rounds.enums import State
from cairn.rounds.pages import progress_of


def seat(request: SignedIn, pk: int) -> HttpResponse:
    own = seat_or_404(request, pk)
    framework = facts.framework_of(own.round)
    progress = progress_of(own, framework)
    practice = own.round.assessment.practice
    context = {
        "seat": own,
        "round": own.round,
        "practice": practice,
        "said": [(label, words) for label, words in said_of(practice) if words],
        "framework": framework,
        "progress": progress,
        "next": next((each.page for each in progress if each.open), progress[0].page if progress else None),
        "judged": sum(each.judged for each in progress),
        "items": sum(len(each.page.items) for each in progress),
        "writable": own.handed_in_at is None and own.round.state == State.OPEN,
        "reopenings": own.reopenings.select_related("by"),
    }
    return render(request, "rounds/seat.html", context)
