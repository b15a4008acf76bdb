"""Go where a notice points, and tick it off on the way."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from cairn.notices import actions, facts
from cairn.people.asking import SignedIn


@require_POST
def follow(request: SignedIn, pk: int) -> HttpResponse:
    notice = get_object_or_404(facts.notices_of(request.user), pk=pk)
    actions.tick_off(by=request.user, notice=notice)
    return redirect(notice.address)


@require_POST
def tick_off(request: SignedIn) -> HttpResponse:
    actions.tick_off(by=request.user)
    return redirect("notices")
