"""Sessions are planned, one or several a week apart, and changed."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from cairn.activities.actions import planning
from cairn.activities.forms import PlanForm, RepeatForm, SessionForm
from cairn.activities.models import Activity, Session
from cairn.activities.views.clashing import both
from cairn.activities.views.loading import activity_of, session_of
from cairn.activities.views.session import page
from cairn.common.conflict import Conflict
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.people.facts import people_who_may
from cairn.people.models import Person
from cairn.practices.forms import language_suggestions
from cairn.practices.submitting import done


def plan(request: SignedIn, pk: int) -> HttpResponse:
    activity = activity_of(request, pk, Permission.KEEP_RECORDS)
    form = PlanForm(request.POST or None, team=_team(activity), initial=_preset(activity))
    made: list[Session] = []
    if done(form, lambda: made.extend(planning.plan(activity=activity, by=request.user, **form.said))):
        _tell(request, made)
        return redirect(made[0] if len(made) == 1 else activity)
    context = {"activity": activity, "form": form, "languages": language_suggestions()}
    return render(request, "activities/plan.html", context, status=422 if form.is_bound else 200)


def _preset(activity: Activity) -> dict[str, Any]:
    """What the last session was like, but for the day: most are alike."""
    last = activity.sessions.last()
    names = ("starts_at", "ends_at", "place", "capacity", "languages", "participation", "mediator_needed")
    return {name: getattr(last, name) for name in names} if last else {}


@require_POST
def repeat(request: SignedIn, pk: int) -> HttpResponse:
    session = session_of(request, pk, Permission.KEEP_RECORDS)
    form = RepeatForm(request.POST)
    made: list[Session] = []
    if done(
        form, lambda: made.extend(planning.repeat(session=session, by=request.user, **form.cleaned_data))
    ):
        _tell(request, made)
        return redirect(session.activity)
    return page(request, session, repeat=form)


def edit(request: SignedIn, pk: int) -> HttpResponse:
    session = session_of(request, pk, Permission.KEEP_RECORDS)
    name, revision, team = str(session), session.revision, _team(session.activity)

    def make(sent: Any, thing: Session) -> SessionForm:
        return SessionForm(sent, instance=thing, team=team, initial={"revision": thing.revision})

    def act() -> None:
        seen = form.cleaned_data["revision"] or revision
        planning.revise_session(session=session, revision=seen, by=request.user, **form.said)

    form = make(request.POST or None, session)
    context: dict[str, Any] = {"session": session, "name": name, "languages": language_suggestions()}
    status = 422 if form.is_bound else 200
    try:
        if done(form, act):
            return redirect(session)
    except Conflict as conflict:
        seen = form.cleaned_data["revision"] or revision
        form, context["clashes"] = both(make, request.POST, conflict, seen)
        status = 409
    return render(request, "activities/session_edit.html", context | {"form": form}, status=status)


def _team(activity: Activity) -> list[Person]:
    return list(people_who_may(Permission.SEE_RECORDS, activity.practice.organisation).distinct())


def _tell(request: SignedIn, made: list[Session]) -> None:
    told = ngettext("%(count)s session was planned.", "%(count)s sessions were planned.", len(made))
    messages.success(request, told % {"count": len(made)})
