"""The name behind a code, for who keeps names and for nobody else; each look with its reason in the trail."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from cairn.participants import facts
from cairn.participants.names import actions, store
from cairn.participants.names.forms import NameForm
from cairn.participants.submitting import tried
from cairn.people.asking import SignedIn, only_if
from cairn.people.enums import Permission
from cairn.practices.asking import practice_of

if TYPE_CHECKING:
    from cairn.participants.models import Participant
    from cairn.practices.models import Practice


def names(request: SignedIn, practice: int) -> HttpResponse:
    """One page, no list: a code and a reason go in, and the name of this one person is shown, put or erased."""
    found = practice_of(request, practice, Permission.KEEP_NAMES)
    only_if(store.is_kept())
    shown: dict[str, Any] = {}

    def act(form: Any) -> None:
        said = form.cleaned_data
        person = _person(found, said["code"])
        named = {"participant": person, "reason": said["reason"], "by": request.user}
        if said["deed"] == "put":
            actions.put(name=said["name"], **named)
            messages.success(request, _("The name is kept."))
        elif said["deed"] == "erase":
            actions.erase(**named)
            messages.success(request, _("The name is erased, also in older copies of the file."))
        else:
            shown.update(code=person.code, name=actions.look_up(**named))

    outcome = tried(request, NameForm, act)
    form = NameForm() if outcome.done else outcome.form
    context = {"practice": found, "form": form, "shown": shown}
    return render(request, "participants/names.html", context, status=200 if outcome.done else outcome.status)


def _person(practice: Practice, code: str) -> Participant:
    person = facts.by_code(practice.pk).filter(code=code).first()
    if person is None:
        raise ValidationError({"code": _("Nobody in this practice has this code.")})
    return person
