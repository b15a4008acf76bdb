"""The desk: what waits for whoever signed in, what they work on, and what can be done next."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from cairn.home import tasks
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.people.facts import organisations_of, organisations_where
from cairn.practices import facts

MOST = 6
"""Practices whose tasks stand on the desk: each costs some questions. Who keeps more opens them one by one."""


def show(request: SignedIn) -> HttpResponse:
    today = timezone.localdate()
    kept = facts.visible_to(request.user, Permission.SEE_RECORDS).select_related("organisation")[: MOST + 1]
    asked = kept if len(kept) <= MOST else []
    waiting = [(practice, tasks.in_practice(request.user, practice, today)) for practice in asked]
    context = {
        "waiting": [(practice, found) for practice, found in waiting if found],
        "kept": len(kept),
        "many": len(kept) > MOST,
        "judging": tasks.judging(request.user, today),
        "today": today,
        "judged": organisations_where(request.user, Permission.SEE_ASSESSMENT),
        "practices": facts.with_history(facts.visible_to(request.user)),
        "organisations": organisations_of(request.user, Permission.SEE_PRACTICE),
        "may_describe": organisations_of(request.user, Permission.EDIT_PRACTICE).exists(),
        "may_curate": organisations_of(request.user, Permission.CURATE).exists(),
        "may_import": organisations_of(request.user, Permission.IMPORT).exists(),
    }
    return render(request, "home/desk.html", context)
