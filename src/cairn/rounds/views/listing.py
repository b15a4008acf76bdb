"""The rounds in which an assessment was judged together."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from cairn.assessments import facts as assessments
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.rounds import facts
from cairn.rounds.enums import State


def listing(request: SignedIn, pk: int) -> HttpResponse:
    assessment = get_object_or_404(assessments.visible_to(request.user, Permission.MANAGE_ROUNDS), pk=pk)
    rounds = list(facts.with_seats(facts.visible_to(request.user).filter(assessment=assessment)))
    may_open = not assessment.stands.closed and all(each.state == State.CLOSED for each in rounds)
    context = {"assessment": assessment, "rounds": rounds, "may_open": may_open}
    return render(request, "rounds/list.html", context)
