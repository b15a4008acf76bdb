"""What a practice wants to reach and how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from cairn.common import tables
from cairn.people.enums import Permission
from cairn.practices.asking import practice_of
from cairn.results import facts
from cairn.results.asking import SEE, rights, sees_small
from cairn.results.exporting import COLUMNS, rows_of
from cairn.results.reckoning import baseline_of, standing

if TYPE_CHECKING:
    from cairn.people.asking import SignedIn


def show(request: SignedIn, practice: int) -> HttpResponse:
    found = practice_of(request, practice, SEE)
    today, openly = timezone.localdate(), sees_small(request, found)
    objectives = [
        {
            "objective": objective,
            "lacks": [facts.LACKS[name] for name in facts.lacking(objective)],
            "lines": [
                (baseline_of(one, openly=openly), standing(one, openly=openly, today=today))
                for one in objective.indicators.all()
            ],
        }
        for objective in facts.of_practice(found.pk)
    ]
    context = {
        "practice": found,
        "objectives": objectives,
        "counts": facts.counts(facts.figures(found.pk, today)) if objectives else [],
        **rights(request, found),
    }
    return render(request, "results/overview.html", context)


def export(request: SignedIn, practice: int, kind: str) -> HttpResponse:
    """Every measurement."""
    found = practice_of(request, practice, Permission.EXPORT_RECORDS)
    rows = rows_of(found, openly=sees_small(request, found))
    return tables.answer(kind, f"results-{found.slug}", COLUMNS, rows)
