"""Ask someone to judge."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from cairn.people.actions import NameMissing
from cairn.people.asking import SignedIn
from cairn.rounds import facts
from cairn.rounds.actions import opening
from cairn.rounds.asking import round_or_404
from cairn.rounds.enums import Kind
from cairn.rounds.forms import InviteForm


def invite(request: SignedIn, pk: int) -> HttpResponse:
    round_ = round_or_404(request, pk)
    form = InviteForm(request.POST or None, framework=facts.framework_of(round_))
    context = {"round": round_, "form": form}
    if not form.is_valid():
        return render(request, "rounds/invite.html", context)
    said = form.cleaned_data | {"kind": Kind(form.cleaned_data["kind"])}
    try:
        seat, password = opening.invite(round_=round_, by=request.user, **said)
    except NameMissing:
        form.add_error(
            "name", _("Nobody has an account with this address yet, so please give the person’s name.")
        )
        return render(request, "rounds/invite.html", context)
    except ValidationError as error:
        form.add_error(None, error)
        return render(request, "rounds/invite.html", context)
    if password:
        return render(request, "rounds/invited.html", context | {"seat": seat, "password": password})
    messages.success(request, _("%(name)s was asked to judge.") % {"name": seat.person.name})
    return redirect("round", pk)
