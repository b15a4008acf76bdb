"""All indicators at the end of one period, as a report to a funder has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from cairn.common import tables
from cairn.people.enums import Permission
from cairn.practices.asking import practice_of
from cairn.results.asking import SEE, rights, sees_small
from cairn.results.exporting import REPORT_COLUMNS
from cairn.results.forms import PeriodForm
from cairn.results.periods import last_half_year, report

if TYPE_CHECKING:
    from datetime import date

    from cairn.people.asking import SignedIn


def show(request: SignedIn, practice: int) -> HttpResponse:
    found = practice_of(request, practice, SEE)
    form, days = _asked(request)
    context = {
        "practice": found,
        "form": form,
        "days": days,
        "rows": report(found, *days, openly=sees_small(request, found)),
        **rights(request, found),
    }
    return render(request, "results/report.html", context, status=422 if form.errors else 200)


def export(request: SignedIn, practice: int, kind: str) -> HttpResponse:
    found = practice_of(request, practice, Permission.EXPORT_RECORDS)
    _form, days = _asked(request)
    rows = report(found, *days, openly=sees_small(request, found))
    name = f"results-{found.slug}-{days[0]}-{days[1]}"
    return tables.answer(kind, name, REPORT_COLUMNS, rows)


def _asked(request: SignedIn) -> tuple[PeriodForm, tuple[date, date]]:
    """The period that the address asks for; the last half-year where it asks for none, or for one that cannot be."""
    usual = last_half_year(timezone.localdate())
    form = PeriodForm(request.GET or None, initial={"starts_on": usual[0], "ends_on": usual[1]})
    if not form.is_valid():
        return form, usual
    days = form.cleaned_data["starts_on"], form.cleaned_data["ends_on"]
    return form, days if days[0] <= days[1] else (days[1], days[0])
