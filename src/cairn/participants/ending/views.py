"""How long records are kept, what stops their erasure, and erasing one person: by code, for who enrols and assigns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cairn.participants import actions
from cairn.participants.asking import known_by_code, taken
from cairn.participants.ending import erasing
from cairn.participants.ending.forms import EraseForm, HoldForm, RetentionForm, TermsForm
from cairn.participants.submitting import tried
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.practices.asking import practice_of
from cairn.vault.keystore import Forgotten

if TYPE_CHECKING:
    from collections.abc import Callable

MANAGE = Permission.MANAGE_PARTICIPANTS
DEEDS: dict[str, Callable[..., Any]] = {
    "confirm": erasing.confirm_hold,
    "ask-lift": erasing.ask_lift,
    "lift": erasing.lift_hold,
}


def show(request: SignedIn, practice: int) -> HttpResponse:
    """The terms, who left and until when their records are kept, and what holds them."""
    found = practice_of(request, practice, MANAGE)
    outcome = tried(
        request,
        lambda data: TermsForm(data, initial=erasing.terms_of(found.pk)),
        lambda form: erasing.set_terms(practice=found, months=form.cleaned_data, by=request.user),
    )
    if outcome.done:
        messages.success(request, _("Saved."))
        return redirect("retention", found.pk)
    context = {
        "practice": found,
        "form": outcome.form,
        "ends": erasing.ends_of(found.pk),
        "today": timezone.localdate(),
        "holds": erasing.holds(found.pk),
        "without_key": [person for person in erasing.without_key() if person.practice_id == found.pk],
    }
    return render(request, "participants/retention.html", context, status=outcome.status)


def export(request: SignedIn, practice: int, kind: str) -> HttpResponse:
    found = practice_of(request, practice, MANAGE)
    named: dict[str, Any] = {"name": "retention", "title": _("How long records are kept")}
    return taken(
        request, found, kind=kind, columns=erasing.DUE_COLUMNS, rows=erasing.ends_of(found.pk), **named
    )


@require_POST
def sort(request: SignedIn, practice: int, pk: UUID) -> HttpResponse:
    """Into which class somebody's records belong."""
    found = practice_of(request, practice, MANAGE)
    person = known_by_code(found, pk)
    form = RetentionForm(request.POST)
    if form.is_valid():
        try:
            actions.revise(thing=person, revision=person.revision, by=request.user, **form.cleaned_data)
        except Forgotten:
            messages.error(
                request, _("The key of this person is gone, so that their records can only be erased.")
            )
    return redirect("participant_hands", found.pk, pk)


@require_POST
def ask_hold(request: SignedIn, practice: int, pk: UUID) -> HttpResponse:
    found = practice_of(request, practice, MANAGE)
    person = known_by_code(found, pk)
    form = HoldForm(request.POST)
    if form.is_valid():
        _said(request, lambda: erasing.ask_hold(participant=person, by=request.user, **form.cleaned_data))
    return redirect("participant_hands", found.pk, pk)


@require_POST
def decide_hold(request: SignedIn, practice: int, hold: int, deed: str) -> HttpResponse:
    """Confirm it, ask that it is lifted, or lift it."""
    found = practice_of(request, practice, MANAGE)
    if deed not in DEEDS:
        raise Http404
    held = get_object_or_404(erasing.holds(found.pk), pk=hold)
    _said(request, lambda: DEEDS[deed](hold=held, by=request.user))
    return redirect("retention", found.pk)


def _said(request: SignedIn, act: Callable[[], Any]) -> None:
    """Buttons have no field at which a refusal could stand: it is told above the page."""
    try:
        act()
    except ValidationError as refusal:
        for words in refusal.messages:
            messages.error(request, words)


def erase(request: SignedIn, practice: int, pk: UUID) -> HttpResponse:
    """For ever, once the code was typed: also before the time has run out, as when the person asks for it."""
    found = practice_of(request, practice, MANAGE)
    person = known_by_code(found, pk)
    outcome = tried(
        request,
        lambda data: EraseForm(data, expected=person.code),
        lambda _form: erasing.erase(participant=person, by=request.user),
    )
    if outcome.done:
        messages.success(
            request, _("The records were erased. Nobody can read them any more, in no backup either.")
        )
        return redirect("participants", found.pk)
    context = {"practice": found, "person": person, "form": outcome.form}
    return render(request, "participants/erase.html", context, status=outcome.status)
