"""Taking the figures anew: what changed is shown first, and words are replaced only where the writer says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render

from cairn.people.asking import only_if
from cairn.practices.submitting import done
from cairn.progress import actions, facts
from cairn.progress.asking import writable
from cairn.progress.changes import changes_of
from cairn.progress.enums import State
from cairn.progress.forms import SeenForm
from cairn.progress.shape import digest_of_parts

if TYPE_CHECKING:
    from cairn.people.asking import SignedIn


def refresh(request: SignedIn, practice: int, pk: int) -> HttpResponse:
    report = writable(request, practice, pk)
    only_if(State(report.state).open)
    parts = facts.taken_now(report)
    form = SeenForm(request.POST or None)
    take = set(request.POST.getlist("take"))

    def act() -> None:
        actions.refresh(report=report, seen=form.cleaned_data["seen"], take=take, by=request.user)

    if done(form, act):
        return redirect(report)
    context = {
        "practice": report.practice,
        "report": report,
        "form": form,
        "changes": changes_of(report, parts),
        "digest": digest_of_parts(parts),
    }
    return render(request, "progress/refresh.html", context, status=422 if form.is_bound else 200)
