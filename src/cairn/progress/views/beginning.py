"""Beginning a report, and throwing a draft away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from cairn.practices.submitting import done
from cairn.progress import actions, facts
from cairn.progress.asking import writable, writing
from cairn.progress.forms import BeginForm, last_half_year

if TYPE_CHECKING:
    from cairn.people.asking import SignedIn
    from cairn.progress.models import Report


def new(request: SignedIn, practice: int) -> HttpResponse:
    found = writing(request, practice)
    offered, grants = facts.offered_to(found.organisation), list(facts.grants_of(found))
    first, last = last_half_year(timezone.localdate())
    form = BeginForm(
        request.POST or None,
        layouts=offered,
        grants=grants,
        initial={
            "layout": offered[0].key,
            "grant": str(grants[0].pk) if grants else "",
            "starts_on": first,
            "ends_on": last,
            "language": get_language(),
        },
    )
    made: list[Report] = []
    if done(form, lambda: made.append(actions.begin(practice=found, by=request.user, **form.said))):
        return redirect(made[0])
    context = {"practice": found, "form": form, "grants": grants}
    return render(request, "progress/new.html", context, status=422 if form.is_bound else 200)


@require_POST
def discard(request: SignedIn, practice: int, pk: int) -> HttpResponse:
    report = writable(request, practice, pk)
    try:
        actions.discard(report=report, by=request.user)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
        return redirect(report)
    return redirect("progress", practice)
