"""Languages, adjustments, consents and ways to reach somebody: one line at a time, on a small form of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from cairn.participants import actions
from cairn.participants.forms import LINES
from cairn.participants.opening import opened
from cairn.participants.submitting import Tried, tried
from cairn.people.asking import SignedIn
from cairn.practices.forms import language_suggestions

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from cairn.participants.models import Participant

NEW = {
    "language": _("Add a language"),
    "adjustment": _("Ask what needs adjusting"),
    "consent": _("Write down a decision"),
    "contact": _("Add a way to reach them"),
}
CHANGED = {
    "language": _("Change a language"),
    "adjustment": _("Change what needs adjusting"),
    "contact": _("Change a way to reach them"),
}
"""Titles. A decision is never changed: it is followed by another, or withdrawn."""


def new(request: SignedIn, pk: UUID, what: str) -> HttpResponse:
    participant = opened(by=request.user, pk=pk)
    make = _form_of(what)
    today = timezone.localdate()
    initial: dict[str, Any] = {"asked_on": today, "decided_on": today if what == "consent" else None}
    initial |= {name: request.GET[name] for name in ("about", "channel") if name in request.GET}

    def act(form: Any) -> None:
        actions.add(participant=participant, what=what, by=request.user, **form.said)

    outcome = tried(request, lambda data: make(data, initial=initial), act)
    return _answer(request, participant, outcome, NEW[what])


def edit(request: SignedIn, pk: UUID, what: str, line: UUID) -> HttpResponse:
    participant = opened(by=request.user, pk=pk)
    make = _form_of(what)
    if what not in CHANGED:
        raise Http404
    lines = actions.LINES[what]._default_manager.filter(participant=participant)  # noqa: SLF001  # Django's public name
    found = get_object_or_404(lines, pk=line)

    def act(form: Any) -> None:
        revision = form.cleaned_data["revision"] or 0
        actions.revise(thing=found, revision=revision, by=request.user, **form.said)  # type: ignore[type-var]  # no Consent here

    outcome = tried(request, lambda data: make(data, instance=lines.get(pk=line)), act)
    return _answer(request, participant, outcome, CHANGED[what])


def _form_of(what: str) -> Any:
    if what not in LINES:
        raise Http404
    return LINES[what]


def _answer(
    request: SignedIn, participant: Participant, outcome: Tried, title: str | Promise
) -> HttpResponse:
    if outcome.done:
        return redirect("participant", participant.pk)
    context = {
        "participant": participant,
        "title": title,
        "form": outcome.form,
        "clashes": outcome.clashes,
        "languages": language_suggestions(),
    }
    return render(request, "participants/line.html", context, status=outcome.status)


@require_POST
def withdraw(request: SignedIn, pk: UUID, consent: UUID) -> HttpResponse:
    participant = opened(by=request.user, pk=pk)
    actions.withdraw(consent=get_object_or_404(participant.consents, pk=consent), by=request.user)
    return redirect("participant", pk)
