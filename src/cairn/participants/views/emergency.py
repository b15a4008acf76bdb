"""A worker opens the record of somebody who is not assigned to them, because it cannot wait."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cairn.participants import actions, facts
from cairn.participants.forms import EmergencyForm
from cairn.participants.submitting import tried
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.practices.asking import practice_of


def ask(request: SignedIn, practice: int) -> HttpResponse:
    """By the code, which the worker must have: no list of others' codes is shown here."""
    found = practice_of(request, practice, Permission.BREAK_GLASS)
    opened = []

    def act(form: Any) -> None:
        person = facts.by_code(found.pk).filter(code=form.cleaned_data["code"]).first()
        if person is None:
            raise ValidationError({"code": _("Nobody in this practice has this code.")})
        if not facts.assigned_to(request.user).filter(pk=person.pk).exists():
            broken = actions.break_glass(
                participant=person, reason=form.cleaned_data["reason"], by=request.user
            )
            clock = date_format(timezone.localtime(broken.until), "DATETIME_FORMAT")
            messages.warning(
                request,
                _("Open to you until %(time)s. The coordinators were told, with your reason in the trail.")
                % {"time": clock},
            )
        opened.append(person.pk)

    initial = {"code": request.GET.get("code", "")}
    outcome = tried(request, lambda data: EmergencyForm(data, initial=initial), act)
    if outcome.done:
        return redirect("participant", opened[0])
    context = {
        "practice": found,
        "form": outcome.form,
        "hours": int(actions.EMERGENCY.total_seconds() // 3600),
    }
    return render(request, "participants/emergency.html", context, status=outcome.status)
