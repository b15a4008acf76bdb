"""Let an assessor change what was handed in."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from cairn.people.asking import SignedIn
from cairn.rounds.actions import judging
from cairn.rounds.asking import round_or_404
from cairn.rounds.forms import ReasonForm


def reopen(request: SignedIn, pk: int, seat: int) -> HttpResponse:
    round_ = round_or_404(request, pk)
    chosen = get_object_or_404(round_.seats.select_related("person"), pk=seat)
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        try:
            judging.reopen(seat=chosen, reason=form.cleaned_data["reason"], by=request.user)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("%(name)s can judge again.") % {"name": chosen.person.name})
            return redirect("round", pk)
    return render(request, "rounds/reopen.html", {"round": round_, "seat": chosen, "form": form})
