"""A practice's actions on a board: one column a state."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from cairn.improvement import facts
from cairn.improvement.enums import State
from cairn.improvement.showing import cards
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.practices import facts as practices


def show(request: SignedIn, pk: int) -> HttpResponse:
    practice = get_object_or_404(practices.visible_to(request.user, Permission.SEE_ASSESSMENT), pk=pk)
    shown = cards(facts.actions_of(practice), request.user)
    context = {
        "practice": practice,
        "columns": [(state, [card for card in shown if card.action.state == state]) for state in State],
        "any": shown,
        "latest": facts.latest(practice),
    }
    return render(request, "improvement/board.html", context)
