"""What a practice offers, as a list: what comes next, who takes part, how much of it was held."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from cairn.activities.facts import offering
from cairn.common import tables
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.practices.asking import may_here, practice_of


def show(request: SignedIn, practice: int) -> HttpResponse:
    found, today = practice_of(request, practice, Permission.SEE_RECORDS), timezone.localdate()
    context = {
        "practice": found,
        "lines": offering.lines(found.pk, today),
        "waiting": offering.waiting_for_sheet(found.pk, today).count(),
        "may_keep": may_here(request, found, Permission.KEEP_RECORDS),
        "may_export": may_here(request, found, Permission.EXPORT_RECORDS),
    }
    return render(request, "activities/list.html", context)


def export(request: SignedIn, practice: int, kind: str) -> HttpResponse:
    found = practice_of(request, practice, Permission.EXPORT_RECORDS)
    rows = offering.lines(found.pk, timezone.localdate())
    return tables.answer(kind, f"activities-{found.slug}", offering.LINE_COLUMNS, rows)
