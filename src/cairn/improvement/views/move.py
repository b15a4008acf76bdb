"""Take an action to another state with one button of the board."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cairn.common.conflict import Conflict
from cairn.improvement import actions, facts
from cairn.people.asking import SignedIn


@require_POST
def move(request: SignedIn, pk: int) -> HttpResponse:
    action = get_object_or_404(facts.updatable_by(request.user), pk=pk)
    seen = request.POST.get("revision", "")
    revision = int(seen) if seen.isdecimal() and len(seen) < 9 else action.revision  # fits any database
    try:
        actions.revise(action=action, revision=revision, by=request.user, state=request.POST.get("to", ""))
    except Conflict:
        messages.warning(request, _("Someone else moved this meanwhile, so it stays where they put it."))
    except (ValidationError, ValueError):
        messages.error(request, _("There is no such state, or it needs a reason: open the action to say it."))
    return redirect("improvement_board", action.practice_id)
