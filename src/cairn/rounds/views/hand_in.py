"""Hand in, after seeing what is still open."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from cairn.people.asking import SignedIn
from cairn.rounds import facts
from cairn.rounds.actions import judging
from cairn.rounds.asking import seat_or_404
from cairn.rounds.pages import progress_of
from cairn.rounds.saying import Ended


def hand_in(request: SignedIn, pk: int) -> HttpResponse:
    own = seat_or_404(request, pk)
    if request.method == "POST":
        try:
            judging.hand_in(seat=own)
        except Ended as ended:
            messages.error(request, str(ended))
        else:
            messages.success(request, _("Handed in. Thank you for judging."))
        return redirect("seat", pk)
    progress = progress_of(own, facts.framework_of(own.round))
    context = {
        "seat": own,
        "unfinished": [each for each in progress if each.open],
        "open": sum(len(each.open) for each in progress),
    }
    return render(request, "rounds/hand_in.html", context)
