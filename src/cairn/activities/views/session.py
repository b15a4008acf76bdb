"""One session: when and where, who helps, whether it took place. Who came is counted here; their codes stand on the sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from cairn.activities.actions import planning
from cairn.activities.enums import Adaptation, State, Support
from cairn.activities.facts import sheets
from cairn.activities.facts.history import history
from cairn.activities.forms import CancelForm, HoldForm, RepeatForm
from cairn.activities.models import Session
from cairn.activities.views.loading import session_of
from cairn.common.languages import language_name
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.practices.asking import may_here
from cairn.practices.submitting import done

if TYPE_CHECKING:
    from django import forms


def show(request: SignedIn, pk: int) -> HttpResponse:
    return page(request, session_of(request, pk, Permission.SEE_RECORDS))


def page(request: SignedIn, session: Session, **refused: forms.Form) -> HttpResponse:
    """Also what a deed answers with where it was refused: its form, by the deed's name."""
    practice = session.activity.practice
    context = {
        "session": session,
        "activity": session.activity,
        "languages": ", ".join(map(language_name, session.languages)),
        "adaptations": _labels(session.adaptations, Adaptation),
        "support": _labels(session.support, Support),
        "staff": session.staff.select_related("person"),
        "counts": sheets.counts(session),
        "expected": sheets.on_sheet(session).count(),
        "ahead": session.planned_on > timezone.localdate(),
        "planned": session.state == State.PLANNED,
        "cancelled": session.state == State.CANCELLED,
        "history": history(session),
        "hold": HoldForm(initial={"hours": session.hours}),
        "cancel": CancelForm(),
        "repeat": RepeatForm(),
        "may_keep": may_here(request, practice, Permission.KEEP_RECORDS),
        "may_record": may_here(request, practice, Permission.RECORD_SESSIONS),
    } | refused
    return render(request, "activities/session.html", context, status=422 if refused else 200)


def _labels(said: list[str] | None, known: type[Adaptation | Support]) -> list[str] | None:
    return None if said is None else [str(known(key).label) for key in said]


@require_POST
def hold(request: SignedIn, pk: int) -> HttpResponse:
    """It took place, without a sheet."""
    session = session_of(request, pk, Permission.RECORD_SESSIONS)
    form = HoldForm(request.POST)
    if done(form, lambda: planning.hold(session=session, by=request.user, **form.cleaned_data)):
        return redirect(session)
    return page(request, session, hold=form)


@require_POST
def cancel(request: SignedIn, pk: int) -> HttpResponse:
    session = session_of(request, pk, Permission.RECORD_SESSIONS)
    form = CancelForm(request.POST)
    if done(form, lambda: planning.cancel(session=session, by=request.user, **form.cleaned_data)):
        return redirect(session)
    return page(request, session, cancel=form)


@require_POST
def plan_again(request: SignedIn, pk: int) -> HttpResponse:
    session = session_of(request, pk, Permission.RECORD_SESSIONS)
    return redirect(planning.plan_again(session=session, by=request.user))
