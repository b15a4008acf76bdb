"""What changed since an earlier assessment of the same practice, item by item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from cairn.assessments import facts as assessments
from cairn.common import tables
from cairn.improvement import changing, facts
from cairn.people.asking import SignedIn

if TYPE_CHECKING:
    from cairn.assessments.models import Assessment


def show(request: SignedIn, pk: int) -> HttpResponse:
    now = get_object_or_404(assessments.visible_to(request.user), pk=pk)
    then = _then(request, now)
    context = {
        "assessment": now,
        "then": then,
        "choices": facts.all_earlier(now),
        "comparison": changing.compare(then, now) if then else None,
    }
    return render(request, "improvement/what_changed.html", context)


def export(request: SignedIn, pk: int, kind: str) -> HttpResponse:
    now = get_object_or_404(assessments.visible_to(request.user), pk=pk)
    then = _then(request, now)
    rows = changing.compare(then, now).rows if then else ()
    return tables.answer(kind, f"what-changed-{now.practice.slug}", changing.COLUMNS, rows)


def _then(request: SignedIn, now: Assessment) -> Assessment | None:
    """The one that was asked for, else the one that this takes up."""
    asked = request.GET.get("since", "")
    if not asked.isdecimal():
        return facts.earlier(now)
    return get_object_or_404(facts.all_earlier(now), pk=asked[:9])
