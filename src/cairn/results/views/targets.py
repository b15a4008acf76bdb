"""Targets: set, and changed with what stood before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from cairn.results import actions
from cairn.results.asking import KEEP, indicator_of, target_of
from cairn.results.forms import ReviseTargetForm, TargetForm, in_form
from cairn.results.views.submitting import asked, submitted

if TYPE_CHECKING:
    from cairn.people.asking import SignedIn


def new(request: SignedIn, pk: int) -> HttpResponse:
    found = indicator_of(request, pk, KEEP)
    practice = found.objective.practice
    initial = {"starts_on": practice.starts_on, "due_on": found.objective.due_on}
    form = TargetForm(request.POST or None, indicator=found, initial=initial)
    status = submitted(form, lambda: actions.set_target(indicator=found, by=request.user, **form.said))
    if status is None:
        return redirect("indicator", found.pk)
    back = reverse("indicator", args=[found.pk])
    return asked(request, form, status, title=_("Set a target"), practice=practice, lead=found, back=back)


def edit(request: SignedIn, pk: int) -> HttpResponse:
    found = target_of(request, pk)
    indicator = found.indicator
    initial = {name: in_form(getattr(found, name)) for name in ("value", "starts_on", "due_on", "revision")}
    form = ReviseTargetForm(request.POST or None, indicator=indicator, initial=initial)

    def act() -> None:
        actions.revise_target(target=found, revision=form.seen, by=request.user, **form.said)

    status = submitted(form, act)
    if status is None:
        return redirect("indicator", indicator.pk)
    practice, back = indicator.objective.practice, reverse("indicator", args=[indicator.pk])
    return asked(
        request, form, status, title=_("Change the target"), practice=practice, lead=indicator, back=back
    )
