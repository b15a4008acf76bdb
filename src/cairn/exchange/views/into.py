"""Let what was read become another assessment of a practice that is here already."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from cairn.exchange import actions, facts
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.practices.facts import visible_to


@require_POST
def into(request: SignedIn, key: UUID) -> HttpResponse:
    intake = get_object_or_404(facts.visible_to(request.user).filter(assessment=None), pk=key)
    named = request.POST.get("practice", "")
    if not named.isdecimal():
        raise Http404
    practices = visible_to(request.user, Permission.IMPORT).filter(organisation=intake.organisation)
    actions.aim(intake=intake, practice=get_object_or_404(practices, pk=int(named)))
    return redirect(intake)
