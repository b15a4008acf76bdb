"""One point: written down, changed, decided, told back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cairn.activities.facts.offering import visible_to as activities_visible_to
from cairn.common.conflict import Conflict, seen_at
from cairn.listening.actions import points as actions
from cairn.listening.facts import points as facts
from cairn.listening.facts import remarks
from cairn.listening.forms.points import DecideForm, PointForm, TellBackForm, initial_of
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.people.facts import may
from cairn.practices.asking import practice_of
from cairn.practices.submitting import done

if TYPE_CHECKING:
    from django.http import QueryDict

    from cairn.listening.models import Point
    from cairn.practices.models import Practice

WRITTEN = ("en", "fr", "es", "it", "de", "pl", "ar", "uk", "fa", "ti", "so")
"""Languages of the forms that Cairn brings, after those of the practice."""


def new(request: SignedIn, practice: int) -> HttpResponse:
    found = practice_of(request, practice, Permission.KEEP_RECORDS)
    form = _form(request, found, request.POST or None, initial=_preset(request))
    if done(form, lambda: actions.add(practice=found, by=request.user, **form.said)):
        messages.success(request, _("Saved."))
        return redirect("points", found.pk)
    context: dict[str, Any] = {"practice": found, "form": form, "themed": facts.themes_of(found.pk).exists()}
    context["remark"] = remarks.one(found, request.GET.get("remark", ""))
    return render(request, "listening/point_form.html", context, status=422 if form.is_bound else 200)


def _preset(request: SignedIn) -> dict[str, Any]:
    """What the address names beforehand."""
    given = {"said_on": timezone.localdate(), "actionable": True}
    return given | {
        name: request.GET[name]
        for name in ("activity", "theme", "said_on", "consultation")
        if name in request.GET
    }


def _form(request: SignedIn, practice: Practice, *args: Any, **more: Any) -> PointForm:
    return PointForm(
        *args,
        activities=activities_visible_to(request.user).filter(practice=practice),
        themes=facts.themes_of(practice.pk),
        **more,
    )


def show(request: SignedIn, pk: UUID) -> HttpResponse:
    return _page(request, get_object_or_404(facts.visible_to(request.user), pk=pk))


def _page(
    request: SignedIn,
    point: Point,
    *,
    deciding: DecideForm | None = None,
    telling: TellBackForm | None = None,
) -> HttpResponse:
    """With a form that was refused in place of an empty one."""
    context = {
        "point": point,
        "practice": point.practice,
        "late": facts.is_overdue(point, timezone.localdate()),
        "history": facts.history(point),
        "may_keep": may(request.user, Permission.KEEP_RECORDS, point.practice.organisation),
        "deciding": deciding
        or DecideForm(initial={"decision": point.decision, "on": point.decided_on or timezone.localdate()}),
        "telling": telling or _telling(point),
        "refused": bool(deciding or telling),
    }
    return render(request, "listening/point.html", context, status=422 if context["refused"] else 200)


def _telling(point: Point, sent: QueryDict | None = None) -> TellBackForm:
    told = point.told.texts if point.state == "told" else {}
    languages = dict.fromkeys([*point.practice.languages, *WRITTEN])
    return TellBackForm(sent, languages=languages, told=told)


def edit(request: SignedIn, pk: UUID) -> HttpResponse:
    point = get_object_or_404(facts.visible_to(request.user, Permission.KEEP_RECORDS), pk=pk)
    form = _form(request, point.practice, request.POST or None, initial=initial_of(point))
    context: dict[str, Any] = {"practice": point.practice, "point": point, "form": form, "themed": True}

    def act() -> None:
        revision = form.cleaned_data["revision"] or point.revision
        actions.revise(point=point, revision=revision, by=request.user, **form.said)

    try:
        if done(form, act):
            return redirect(point)
    except Conflict as conflict:
        context["clashes"] = _both(form, request.POST, conflict, form.cleaned_data["revision"] or 0)
        return render(request, "listening/point_form.html", context, status=409)
    return render(request, "listening/point_form.html", context, status=422 if form.is_bound else 200)


def _both(form: PointForm, sent: QueryDict, conflict: Conflict, revision: int) -> list[tuple[Any, str]]:
    """What now stands in each contested field. One's own words stay in the form; saving once more means having seen theirs.

    What only the other one changed is taken over, so that saving again does not undo it.
    """
    theirs = conflict.theirs
    data, shown = sent.copy(), initial_of(theirs)
    data["revision"] = str(theirs.revision)
    for name in seen_at(theirs, revision).keys() & shown.keys() - {*conflict.fields}:
        data[name] = "" if shown[name] is False else str(shown[name])
    form.data = data
    return [(form.fields[name].label, str(getattr(theirs, name) or "")) for name in conflict.fields]


@require_POST
def decide(request: SignedIn, pk: UUID) -> HttpResponse:
    point = get_object_or_404(facts.visible_to(request.user, Permission.KEEP_RECORDS), pk=pk)
    form = DecideForm(request.POST)
    if done(form, lambda: actions.decide(point=point, by=request.user, **form.cleaned_data)):
        return redirect(point)
    return _page(request, point, deciding=form)


@require_POST
def tell_back(request: SignedIn, pk: UUID) -> HttpResponse:
    point = get_object_or_404(facts.visible_to(request.user, Permission.KEEP_RECORDS), pk=pk)
    form = _telling(point, request.POST)
    if done(form, lambda: actions.tell_back(point=point, texts=form.texts, by=request.user)):
        messages.success(request, _("People can read it now."))
        return redirect(point)
    return _page(request, point, telling=form)
