"""The reports of a practice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render

from cairn.common import tables
from cairn.progress import facts
from cairn.progress.asking import finding

if TYPE_CHECKING:
    from cairn.people.asking import SignedIn


def listed(request: SignedIn, practice: int) -> HttpResponse:
    found = finding(request, practice)
    context = {
        "practice": found,
        "reports": facts.readable_by(request.user, found),
        "may_write": facts.may_write(request.user, found),
    }
    return render(request, "progress/list.html", context)


def export(request: SignedIn, practice: int, kind: str) -> HttpResponse:
    found = finding(request, practice)
    return tables.answer(kind, f"reports-{found.slug}", facts.COLUMNS, facts.readable_by(request.user, found))
