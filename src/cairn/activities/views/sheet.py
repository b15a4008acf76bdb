"""The attendance sheet of one session: everyone on one screen, saved in one go, nothing lost where it cannot be saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from cairn.activities.actions import attending
from cairn.activities.actions.attending import Full, Sheet
from cairn.activities.enums import State
from cairn.activities.facts import people as codes
from cairn.activities.facts import sheets
from cairn.activities.models import Session
from cairn.activities.sheet_form import SheetForm, as_they_stand, in_words, rest_present
from cairn.activities.views.loading import session_of
from cairn.common.conflict import Conflict, seen_at
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.trail.actions import note
from cairn.trail.enums import Deed

if TYPE_CHECKING:
    from django.http import QueryDict


def show(request: SignedIn, pk: int) -> HttpResponse:
    """Looking at a sheet is written down once for the sheet; who stood on it is told by its lines and the enrolments."""
    session = session_of(request, pk, Permission.RECORD_SESSIONS)
    people = list(sheets.on_sheet(session))
    if request.method == "POST":
        sent = rest_present(request.POST, people) if "rest" in request.POST else request.POST
        return _save(request, session, sent)
    note(by=request.user, deed=Deed.READ, thing=session.thing, practice=session.activity.practice_id)
    return _page(request, session, SheetForm(session=session, people=people))


def _save(request: SignedIn, session: Session, sent: QueryDict) -> HttpResponse:
    form = SheetForm(sent, session=session, people=sheets.on_sheet(session))
    try:
        if form.is_valid():
            _record(request, session, form)
            messages.success(request, _("The sheet is saved."))
            return redirect(session)
    except Conflict as conflict:
        return _both(request, sent, conflict, form.cleaned_data["revision"] or 0)
    except Full as full:
        return _page(request, session, form, full=full, status=422)
    except ValidationError as refusal:
        form.add_error(None, refusal)
    return _page(request, session, form, status=422)


def _record(request: SignedIn, session: Session, form: SheetForm) -> None:
    said = form.cleaned_data
    attending.record(
        session=session,
        revision=said["revision"] or 0,
        said=form.said,
        newcomers=_newcomers(session, said["newcomers"]),
        hours=said["hours"],
        staff=form.present_staff,
        capacity=_raised(request.POST.get("capacity", "")),
        by=request.user,
    )


def _newcomers(session: Session, typed: list[str]) -> list[UUID]:
    known = codes.by_code(session.activity, typed)
    if strange := [code for code in typed if code not in known]:
        raise ValidationError(
            _("Nobody in this practice has this code: %(codes)s. Nothing was saved yet.")
            % {"codes": ", ".join(strange)}
        )
    return list(known.values())


def _raised(places: str) -> int | None:
    """Pressed as an answer to more people than places."""
    return int(places) if places.isascii() and places.isdecimal() and len(places) < 5 else None


def _both(request: SignedIn, sent: QueryDict, conflict: Conflict, revision: int) -> HttpResponse:
    """What somebody else wrote beside what was ticked here; saving again means having seen it.

    Lines that only the other one wrote are taken over, so that saving again does not undo them.
    """
    sheet: Sheet = conflict.theirs
    session = sheet.session
    data = as_they_stand(sent, sheet, seen_at(sheet, revision).keys() - {*conflict.fields})
    writers = sheets.last_writers(session)
    theirs = {
        key: _("%(name)s wrote: %(words)s") % {"name": writers[key], "words": in_words(sheet.stands(key))}
        for key in conflict.fields
    }
    form = SheetForm(data, session=session, people=sheets.on_sheet(session), theirs=theirs)
    return _page(request, session, form, status=409)


def _page(
    request: SignedIn, session: Session, form: SheetForm, *, full: Full | None = None, status: int = 200
) -> HttpResponse:
    context: dict[str, Any] = {
        "session": session,
        "activity": session.activity,
        "form": form,
        "full": full,
        "ahead": session.planned_on > timezone.localdate(),
        "cancelled": session.state == State.CANCELLED,
    }
    return render(request, "activities/sheet.html", context, status=status)
