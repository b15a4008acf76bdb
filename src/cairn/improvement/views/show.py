"""One action: what is to be done, how it goes, and who changed what."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from cairn.improvement import facts
from cairn.improvement.showing import cards, history
from cairn.people.asking import SignedIn


def show(request: SignedIn, pk: int) -> HttpResponse:
    action = get_object_or_404(facts.visible_to(request.user), pk=pk)
    context = {
        "action": action,
        "card": cards([action], request.user)[0],
        "progress": action.progress.select_related("by"),
        "history": history(action),
        "may_plan": facts.may_plan(request.user, action.practice),
    }
    return render(request, "improvement/show.html", context)
