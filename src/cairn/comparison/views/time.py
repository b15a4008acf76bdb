"""One practice over time: all its assessments by one framework, oldest first."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from cairn.common import tables
from cairn.common.drawing import PRINT
from cairn.comparison import facts, pictures, through
from cairn.comparison.beside import Comparison, compare
from cairn.comparison.facts import Side
from cairn.frameworks.models import FrameworkVersion
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.practices.facts import visible_to
from cairn.practices.models import Practice


def show(request: SignedIn, pk: int) -> HttpResponse:
    practice = get_object_or_404(visible_to(request.user, Permission.SEE_ASSESSMENT), pk=pk)
    versions, chosen = _frameworks(request, practice)
    sides = facts.through_time(practice, chosen)
    comparison = compare([side.portrait for side in sides])
    context = {
        "practice": practice,
        "versions": versions,
        "framework": chosen,
        "sides": sides,
        "balances": list(zip(sides[1:], through.balances(comparison), strict=False)),
        "criteria": [
            {
                "criterion": criterion,
                "picture": pictures.time_drawn([criterion], sides, key=f"time-{number}"),
                "courses": [through.course_of(item) for item in criterion.items],
            }
            for number, criterion in enumerate(comparison.criteria)
            if criterion.items
        ],
        "exports": [
            (label, f"{reverse('comparison_over_time_export', args=[pk, kind])}?framework={chosen}")
            for kind, label in pictures.KINDS
        ],
    }
    return render(request, "comparison/over_time.html", context)


def export(request: SignedIn, pk: str, kind: str) -> HttpResponse:
    practice = get_object_or_404(visible_to(request.user, Permission.SEE_ASSESSMENT), pk=pk)
    sides = facts.through_time(practice, _frameworks(request, practice)[1])
    if not sides:
        return redirect("comparison_over_time", practice.pk)
    return _file(kind, sides, compare([side.portrait for side in sides]))


def _file(kind: str, sides: Sequence[Side], comparison: Comparison) -> HttpResponse:
    if kind in {"svg", "png"}:
        criteria = [criterion for criterion in comparison.criteria if criterion.items]
        return pictures.answer(kind, "over-time", pictures.time_drawn(criteria, sides, palette=PRINT))
    return tables.answer(kind, "over-time", pictures.time_columns(sides), pictures.time_rows(comparison))


def _frameworks(request: SignedIn, practice: Practice) -> tuple[list[FrameworkVersion], str]:
    """Those by which it was judged, and the one that is asked for: the one used last, where none is named."""
    versions = facts.frameworks_of(practice)
    ids = [version.framework_id for version in versions]
    wanted = request.GET.get("framework", "")
    return versions, wanted if wanted in ids else next(iter(ids), "")
