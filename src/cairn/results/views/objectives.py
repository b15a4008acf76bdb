"""Objectives: added and changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from cairn.practices.asking import practice_of
from cairn.results import actions, facts
from cairn.results.asking import KEEP, objective_of
from cairn.results.forms import ObjectiveForm, initial_of_objective
from cairn.results.views.submitting import asked, submitted

if TYPE_CHECKING:
    from cairn.people.asking import SignedIn


def new(request: SignedIn, practice: int) -> HttpResponse:
    found = practice_of(request, practice, KEEP)
    last = len(facts.of_practice(found.pk))
    form = ObjectiveForm(
        request.POST or None, practice=found, by=request.user, initial={"position": last + 1}
    )
    status = submitted(form, lambda: actions.add_objective(practice=found, by=request.user, **form.said))
    if status is None:
        return redirect("results", found.pk)
    back = reverse("results", args=[found.pk])
    return asked(request, form, status, title=_("Add an objective"), practice=found, back=back)


def edit(request: SignedIn, pk: int) -> HttpResponse:
    found = objective_of(request, pk, KEEP)
    form = ObjectiveForm(
        request.POST or None, practice=found.practice, by=request.user, initial=initial_of_objective(found)
    )

    def act() -> None:
        actions.revise_objective(objective=found, revision=form.seen, by=request.user, **form.said)

    status = submitted(form, act)
    if status is None:
        return redirect("results", found.practice_id)
    back = reverse("results", args=[found.practice_id])
    return asked(request, form, status, title=_("Change the objective"), practice=found.practice, back=back)
