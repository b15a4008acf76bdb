"""Actions as a list: of a practice, and one's own across practices; to filter, sort and take away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from cairn.common import tables
from cairn.improvement import facts
from cairn.improvement.forms import FilterForm
from cairn.improvement.models import ImprovementAction
from cairn.improvement.showing import cards
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.people.models import Person
from cairn.practices import facts as practices

if TYPE_CHECKING:
    from cairn.practices.models import Practice

ON_A_PAGE = 50
ORDERS = {"item": ["node_id", "pk"], "owner": ["owner__name", "pk"], "state": ["state", "due_on", "pk"]}
"""What a list can be sorted by besides the day."""


def of_practice(request: SignedIn, pk: int) -> HttpResponse:
    practice = _practice(request, pk)
    form = FilterForm(request.GET, owners=facts.owners_of(facts.actions_of(practice)))
    return _page(request, form, facts.actions_of(practice), {"practice": practice})


def export_of_practice(request: SignedIn, pk: int, kind: str) -> HttpResponse:
    practice = _practice(request, pk)
    form = FilterForm(request.GET, owners=facts.owners_of(facts.actions_of(practice)))
    rows = chosen(facts.actions_of(practice), form)
    return tables.answer(kind, f"improvement-{practice.slug}", facts.COLUMNS, rows)


def own(request: SignedIn) -> HttpResponse:
    return _page(request, FilterForm(request.GET, owners=Person.objects.none()), facts.own(request.user), {})


def export_own(request: SignedIn, kind: str) -> HttpResponse:
    form = FilterForm(request.GET, owners=Person.objects.none())
    return tables.answer(kind, "my-improvements", facts.COLUMNS, chosen(facts.own(request.user), form))


def _practice(request: SignedIn, pk: int) -> Practice:
    return get_object_or_404(practices.visible_to(request.user, Permission.SEE_ASSESSMENT), pk=pk)


def chosen(actions: QuerySet[ImprovementAction], form: FilterForm) -> QuerySet[ImprovementAction]:
    """What the filter asks for; what it cannot understand asks for nothing."""
    form.is_valid()
    asked = form.cleaned_data
    if asked.get("owner"):
        actions = actions.filter(owner=asked["owner"])
    if asked.get("state"):
        actions = actions.filter(state=asked["state"])
    if asked.get("overdue"):
        actions = facts.overdue(actions, timezone.localdate())
    order = ORDERS.get(asked.get("sort", ""))
    return actions.order_by(*order) if order else actions


def _page(
    request: SignedIn, form: FilterForm, actions: QuerySet[ImprovementAction], more: dict[str, object]
) -> HttpResponse:
    page = Paginator(chosen(actions, form), ON_A_PAGE).get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    context = {
        "page": page,
        "cards": cards(page.object_list, request.user),
        "form": form,
        "query": query.urlencode(),
        "filtered": any(query.get(name) for name in ("owner", "state", "overdue")),
    }
    return render(request, "improvement/list.html", context | more)
