"""One activity: begun, looked at, changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from cairn.activities.actions import planning
from cairn.activities.enums import InclusionAnswer, InclusionQuestion
from cairn.activities.facts import offering
from cairn.activities.facts.history import history
from cairn.activities.forms import ActivityForm
from cairn.activities.models import Activity
from cairn.activities.views.clashing import both
from cairn.activities.views.loading import activity_of
from cairn.common import tables
from cairn.common.conflict import Conflict
from cairn.needs.enums import Domain
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.practices.asking import may_here, practice_of
from cairn.practices.submitting import done
from cairn.registers import facts as registers

if TYPE_CHECKING:
    from cairn.practices.models import Practice


def new(request: SignedIn, practice: int) -> HttpResponse:
    found = practice_of(request, practice, Permission.KEEP_RECORDS)
    form = ActivityForm(request.POST or None)
    made: list[Activity] = []
    if done(form, lambda: made.append(planning.begin(practice=found, by=request.user, **form.said))):
        return redirect(made[0])
    context = {"practice": found, "form": form, "gaps": _gaps(found)}
    return render(request, "activities/edit.html", context, status=422 if form.is_bound else 200)


def edit(request: SignedIn, pk: int) -> HttpResponse:
    activity = activity_of(request, pk, Permission.KEEP_RECORDS)
    title, revision = activity.title, activity.revision
    form = _form(request.POST or None, activity)

    def act() -> None:
        seen = form.cleaned_data["revision"] or revision
        planning.revise(activity=activity, revision=seen, by=request.user, **form.said)

    context: dict[str, Any] = {"activity": activity, "practice": activity.practice, "title": title}
    status = 422 if form.is_bound else 200
    try:
        if done(form, act):
            return redirect(activity)
    except Conflict as conflict:
        seen = form.cleaned_data["revision"] or revision
        form, context["clashes"] = both(_form, request.POST, conflict, seen)
        status = 409
    context |= {"form": form, "gaps": _gaps(activity.practice)}
    return render(request, "activities/edit.html", context, status=status)


def _form(sent: Any, activity: Activity) -> ActivityForm:
    return ActivityForm(sent, instance=activity, initial={"revision": activity.revision})


def _gaps(practice: Practice) -> list[str]:
    """Names of gaps out of the practice's gap analyses, to choose from."""
    return [str(gap["what"])[:100] for gap in registers.records(practice, "gap")]


def show(request: SignedIn, pk: int) -> HttpResponse:
    activity, today = activity_of(request, pk, Permission.SEE_RECORDS), timezone.localdate()
    domains, answers = dict(Domain.choices), dict(InclusionAnswer.choices)
    context = {
        "activity": activity,
        "practice": activity.practice,
        "domains": [domains.get(key, key) for key in activity.domains],
        "inclusion": [
            (each.label, answers[activity.inclusion.get(each.value, "")]) for each in InclusionQuestion
        ],
        "ahead": activity.sessions.filter(planned_on__gte=today),
        "passed": activity.sessions.filter(planned_on__lt=today).reverse(),
        "enrolled": offering.taking_part(today).filter(activity=activity).count(),
        "history": history(activity),
        "may_keep": may_here(request, activity.practice, Permission.KEEP_RECORDS),
        "may_record": may_here(request, activity.practice, Permission.RECORD_SESSIONS),
        "may_export": may_here(request, activity.practice, Permission.EXPORT_RECORDS),
    }
    return render(request, "activities/activity.html", context)


def export(request: SignedIn, pk: int, kind: str) -> HttpResponse:
    activity = activity_of(request, pk, Permission.EXPORT_RECORDS)
    rows = activity.sessions.select_related("activity")
    return tables.answer(kind, f"sessions-{activity.pk}", offering.SESSION_COLUMNS, rows)
