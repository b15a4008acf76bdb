"""What people said, as a board that shows where the loop is open, and as a list to narrow down and take away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from cairn.activities.facts.offering import visible_to as activities_visible_to
from cairn.common import tables
from cairn.listening.facts import points as facts
from cairn.listening.forms.points import FilterForm
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.practices.asking import may_here, practice_of

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from cairn.listening.models import Point
    from cairn.practices.models import Practice

ON_A_PAGE = 50


def board(request: SignedIn, practice: int) -> HttpResponse:
    found = practice_of(request, practice, Permission.SEE_RECORDS)
    lanes = facts.board(found.pk, timezone.localdate())
    context = {
        "practice": found,
        "lanes": [
            (lane, [(point, facts.is_overdue(point, timezone.localdate())) for point in lane.points])
            for lane in lanes
        ],
        "any": facts.of_practice(found.pk).exists(),
        "late": sum(lane.overdue for lane in lanes),
        "may_keep": may_here(request, found, Permission.KEEP_RECORDS),
    }
    return render(request, "listening/board.html", context)


def listing(request: SignedIn, practice: int) -> HttpResponse:
    found = practice_of(request, practice, Permission.SEE_RECORDS)
    form = _filter(request, found)
    page = Paginator(_chosen(found, form), ON_A_PAGE).get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    today = timezone.localdate()
    context = {
        "practice": found,
        "page": page,
        "points": [(point, facts.is_overdue(point, today)) for point in page.object_list],
        "form": form,
        "query": query.urlencode(),
        "filtered": any(query.values()),
        "may_keep": may_here(request, found, Permission.KEEP_RECORDS),
        "may_export": may_here(request, found, Permission.EXPORT_RECORDS),
    }
    return render(request, "listening/points.html", context)


def export(request: SignedIn, practice: int, form: str) -> HttpResponse:
    found = practice_of(request, practice, Permission.EXPORT_RECORDS)
    return tables.answer(form, f"points-{found.slug}", facts.COLUMNS, _chosen(found, _filter(request, found)))


def _filter(request: SignedIn, practice: Practice) -> FilterForm:
    return FilterForm(
        request.GET,
        activities=activities_visible_to(request.user).filter(practice=practice),
        themes=facts.themes_of(practice.pk, retired_too=True),
    )


def _chosen(practice: Practice, form: FilterForm) -> QuerySet[Point]:
    """What the filter asks for; what it cannot understand asks for nothing."""
    form.is_valid()
    asked = {name: value for name, value in form.cleaned_data.items() if value}
    points = facts.of_practice(practice.pk)
    if asked.get("state") == "overdue":
        del asked["state"]
        points = facts.overdue(points, timezone.localdate())
    return points.filter(**asked)
