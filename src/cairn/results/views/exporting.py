"""Results for others' programs: IATI, and a table with HXL hashtags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from cairn.common import tables
from cairn.people.enums import Permission
from cairn.practices.asking import practice_of
from cairn.results import facts
from cairn.results.exporting import Head, hxl_columns, hxl_rows, iati
from cairn.results.forms import IatiForm

if TYPE_CHECKING:
    from cairn.people.asking import SignedIn


def as_iati(request: SignedIn, practice: int) -> HttpResponse:
    """Asks for what IATI wants and the records do not say; with that in the address, the file."""
    found = practice_of(request, practice, Permission.EXPORT_RECORDS)
    objectives = facts.of_practice(found.pk)
    form = IatiForm(request.GET or None, practice=found, initial={"language": get_language()})
    anything = any(objective.indicators.all() for objective in objectives)
    if anything and form.is_valid():
        head = Head(**form.cleaned_data, made_at=timezone.now())
        response = HttpResponse(iati(found, objectives, head), content_type="application/xml; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="results-{found.slug}.xml"'
        return response
    context = {
        "practice": found,
        "form": form,
        "anything": anything,
        "back": reverse("results", args=[found.pk]),
    }
    return render(request, "results/iati.html", context, status=422 if form.errors else 200)


def as_hxl(request: SignedIn, practice: int) -> HttpResponse:
    found = practice_of(request, practice, Permission.EXPORT_RECORDS)
    rows = hxl_rows(facts.of_practice(found.pk))
    return tables.answer("csv", f"results-{found.slug}-hxl", hxl_columns(), rows)
