"""Remind those who have not handed in."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from cairn.people.asking import SignedIn
from cairn.rounds.actions import opening
from cairn.rounds.asking import round_or_404


@require_POST
def remind(request: SignedIn, pk: int) -> HttpResponse:
    told = opening.remind(round_=round_or_404(request, pk), by=request.user)
    if told:
        words = ngettext("%(number)s person was reminded.", "%(number)s people were reminded.", len(told))
        messages.success(request, words % {"number": len(told)})
    else:
        messages.info(request, _("Nobody had to be reminded: they were today, or have handed in."))
    return redirect("round", pk)
