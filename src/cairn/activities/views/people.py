"""Who takes part in an activity, by code: enrolled, and how it ended.

Codes and days are seen by everyone who records sessions, because the sheet needs them; why somebody left only by those who
work with them. Looking is written down, once for the whole list.
"""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cairn.activities.actions import enrolling
from cairn.activities.facts import people
from cairn.activities.forms import EnrolForm, LeaveForm
from cairn.activities.models import Activity
from cairn.activities.views.loading import activity_of
from cairn.common import tables
from cairn.participants.facts import assigned_to
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.practices.asking import may_here
from cairn.practices.submitting import done
from cairn.trail.actions import note
from cairn.trail.enums import Deed


def show(request: SignedIn, pk: int) -> HttpResponse:
    """The list; enrolling answers here as well."""
    activity = activity_of(request, pk, Permission.RECORD_SESSIONS)
    form = EnrolForm(request.POST or None, initial={"since": timezone.localdate()})
    made: list[int] = []

    def act() -> None:
        found = _people(activity, form.cleaned_data["codes"])
        since = form.cleaned_data["since"]
        made.append(len(enrolling.enrol(activity=activity, people=found, since=since, by=request.user)))

    if done(form, act):
        told = ngettext("%(count)s person was added.", "%(count)s people were added.", made[0])
        messages.success(request, told % {"count": made[0]})
        return redirect("activity_people", activity.pk)
    note(by=request.user, deed=Deed.READ, thing=activity.thing, practice=activity.practice_id)
    context = {
        "activity": activity,
        "form": form,
        "rows": people.enrolments_of(activity),
        "mine": set(
            assigned_to(request.user).filter(practice=activity.practice_id).values_list("pk", flat=True)
        ),
        "may_export": may_here(request, activity.practice, Permission.EXPORT_RECORDS),
    }
    return render(request, "activities/people.html", context, status=422 if form.is_bound else 200)


def _people(activity: Activity, codes: list[str]) -> list[UUID]:
    known = people.by_code(activity, codes)
    if strange := [code for code in codes if code not in known]:
        raise ValidationError(
            {
                "codes": _("Nobody in this practice has this code: %(codes)s. Nobody was added yet.")
                % {"codes": ", ".join(strange)}
            }
        )
    return list(known.values())


def leave(request: SignedIn, pk: int, enrolment: int) -> HttpResponse:
    activity = activity_of(request, pk, Permission.RECORD_SESSIONS)
    found = get_object_or_404(people.enrolments_of(activity).filter(until=None), pk=enrolment)
    form = LeaveForm(request.POST or None, initial={"until": timezone.localdate()})
    if done(form, lambda: enrolling.leave(enrolment=found, by=request.user, **form.cleaned_data)):
        return redirect("activity_people", activity.pk)
    context = {"activity": activity, "enrolment": found, "form": form}
    return render(request, "activities/leave.html", context, status=422 if form.is_bound else 200)


def export(request: SignedIn, pk: int, kind: str) -> HttpResponse:
    activity = activity_of(request, pk, Permission.EXPORT_RECORDS)
    rows = people.enrolments_of(activity)
    note(by=request.user, deed=Deed.EXPORTED, thing=activity.thing, practice=activity.practice_id)
    return tables.answer(kind, f"people-{activity.pk}", people.COLUMNS, rows)
