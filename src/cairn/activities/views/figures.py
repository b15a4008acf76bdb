"""What was offered and used in a period: as a picture, as tables, as sheets to take away."""

from __future__ import annotations

from datetime import timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from cairn.activities.facts import figures, telling
from cairn.activities.facts.telling import Row
from cairn.activities.forms import PeriodForm
from cairn.common import tables
from cairn.common.drawing import Bar, profile
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.practices.asking import may_here, practice_of

if TYPE_CHECKING:
    from cairn.practices.models import Practice

YEAR = timedelta(days=365)


def show(request: SignedIn, practice: int) -> HttpResponse:
    found = practice_of(request, practice, Permission.SEE_RECORDS)
    form = _form(request)
    context: dict[str, Any] = {"practice": found, "form": form}
    if form.is_valid():
        rows, reasons = _told(request, found, form)
        context |= {
            "rows": rows[:-1],
            "whole": rows[-1],
            "chart": _chart(rows[:-1]),
            "reasons": [(group, list(each)) for group, each in groupby(reasons, lambda one: one.group)],
            "query": request.GET.urlencode(),
            "may_export": may_here(request, found, Permission.EXPORT_RECORDS),
        }
    return render(request, "activities/figures.html", context, status=422 if form.errors else 200)


def export(request: SignedIn, practice: int, part: str, kind: str) -> HttpResponse:
    found = practice_of(request, practice, Permission.EXPORT_RECORDS)
    form = _form(request)
    rows, reasons = _told(request, found, form) if form.is_valid() else ([], [])
    if part == "reasons":
        return tables.answer(kind, f"reasons-{found.slug}", telling.REASON_COLUMNS, reasons)
    return tables.answer(kind, f"figures-{found.slug}", telling.COLUMNS, rows)


def _form(request: SignedIn) -> PeriodForm:
    """The last twelve months where no other days are asked for."""
    today = timezone.localdate()
    usual = {"since": today - YEAR, "until": today}
    return PeriodForm(request.GET or {name: str(day) for name, day in usual.items()})


def _told(request: SignedIn, practice: Practice, form: PeriodForm) -> tuple[list[Row], list[telling.Reason]]:
    """Small counts of people openly for those who work with them."""
    openly = may_here(request, practice, Permission.WORK_WITH_PARTICIPANTS)
    since, until = form.cleaned_data["since"], form.cleaned_data["until"]
    whole = figures.figures(practice.pk, since, until)
    rows = telling.rows(figures.by_activity(practice.pk, since, until), whole, openly=openly)
    return rows, telling.reasons(whole, openly=openly)


def _chart(rows: list[Row]) -> SafeString:
    """Held of those due, one bar for each activity; a dashed one where none is due."""
    bars = []
    for row in rows:
        share = row.figures.held_of_due
        said = (
            _("%(part)s of %(whole)s") % {"part": share.part, "whole": share.whole}
            if share.whole
            else _("none due yet")
        )
        bars.append(Bar(row.title, share.value, said))
    return profile(
        bars,
        key="held-chart",
        title=_("Sessions held, of those planned up to today"),
        desc=_("The same numbers stand in the table below."),
        rtl=get_language_bidi(),
    )
