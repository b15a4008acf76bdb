"""A practice agrees to publish how strong its evidence is, or takes that back for later editions."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from cairn.evidence import actions
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.practices.asking import practice_of


@require_POST
def public(request: SignedIn, practice: int) -> HttpResponse:
    found = practice_of(request, practice, Permission.PUBLISH)
    if request.POST.get("show") == "yes":
        actions.show_publicly(practice=found, by=request.user)
    else:
        actions.hide(practice=found, by=request.user)
    return redirect("evidence", practice)
