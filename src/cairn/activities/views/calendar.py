"""The sessions of the next weeks, and those that still wait for their sheet."""

from datetime import date, timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from cairn.activities.facts import offering
from cairn.common import tables
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.practices.asking import may_here, practice_of

SPAN = timedelta(weeks=offering.WEEKS)


def show(request: SignedIn, practice: int) -> HttpResponse:
    found, today = practice_of(request, practice, Permission.SEE_RECORDS), timezone.localdate()
    first = _day(request.GET.get("from", "")) or today
    first -= timedelta(days=first.weekday())
    sessions = offering.calendar(found.pk, first, first + SPAN - timedelta(days=1))
    context = {
        "practice": found,
        "today": today,
        "weeks": offering.weeks(sessions, first),
        "waiting": offering.waiting_for_sheet(found.pk, today),
        "before": first - SPAN,
        "after": first + SPAN,
        "may_record": may_here(request, found, Permission.RECORD_SESSIONS),
        "may_export": may_here(request, found, Permission.EXPORT_RECORDS),
    }
    return render(request, "activities/calendar.html", context)


def _day(said: str) -> date | None:
    """None where it is no day, or one at the edge of the calendar."""
    try:
        day = date.fromisoformat(said)
    except ValueError:
        return None
    return day if 1970 <= day.year <= 2200 else None


def export(request: SignedIn, practice: int, kind: str) -> HttpResponse:
    """Every session of the practice."""
    found = practice_of(request, practice, Permission.EXPORT_RECORDS)
    rows = offering.calendar(found.pk, date.min, date.max).prefetch_related(None)
    return tables.answer(kind, f"sessions-{found.slug}", offering.SESSION_COLUMNS, rows)
