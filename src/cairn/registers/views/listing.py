"""One register as a list: to narrow down, sort and take away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.db.models import F, OrderBy, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from cairn.common import tables
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.people.facts import may
from cairn.practices.asking import practice_of
from cairn.registers import facts
from cairn.registers.asking import kind_of, may_keep
from cairn.registers.forms import FilterForm, choosing
from cairn.registers.kinds import all_kinds
from cairn.registers.models import Record
from cairn.registers.shape import Kind
from cairn.registers.showing import columns, lines

if TYPE_CHECKING:
    from cairn.practices.models import Practice

ON_A_PAGE = 50


def show(request: SignedIn, practice: int, kind: str) -> HttpResponse:
    found, register = practice_of(request, practice, Permission.SEE_RECORDS), kind_of(kind)
    form = FilterForm(request.GET, kind=register)
    page = Paginator(chosen(found, register, form), ON_A_PAGE).get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    context = {
        "practice": found,
        "kind": register,
        "parts": [part for part in all_kinds().values() if part.part_of == register.key],
        "columns": [register.field(key) for key in register.columns],
        "page": page,
        "lines": lines(register, page.object_list, timezone.localdate()),
        "form": form,
        "query": query.urlencode(),
        "filtered": any(value for name, value in query.items() if name != "sort"),
        "may_keep": may_keep(request, found),
        "may_export": may(request.user, Permission.EXPORT_RECORDS, found.organisation),
        "sealed": [field.label for field in register.fields if field.sealed],
    }
    return render(request, "registers/list.html", context)


def export(request: SignedIn, practice: int, kind: str, form: str) -> HttpResponse:
    found, register = practice_of(request, practice, Permission.EXPORT_RECORDS), kind_of(kind)
    told, rows = columns(register, chosen(found, register, FilterForm(request.GET, kind=register)))
    return tables.answer(form, f"{register.key}-{found.slug}", told, rows)


def chosen(practice: Practice, kind: Kind, form: FilterForm) -> QuerySet[Record]:
    """What the filter asks for; what it cannot understand asks for nothing."""
    form.is_valid()
    asked = form.cleaned_data
    records = _in_state(facts.of_kind(practice, kind.key), asked.get("state", ""))
    for field in choosing(kind):
        if asked.get(field.key):
            records = records.filter(**{f"data__{field.key}": asked[field.key]})
    if asked.get("since"):
        records = records.filter(happened_on__gte=asked["since"])
    if asked.get("until"):
        records = records.filter(happened_on__lte=asked["until"])
    return _sorted(records, kind, asked.get("sort", ""))


def _in_state(records: QuerySet[Record], state: str) -> QuerySet[Record]:
    if state == "overdue":
        return records.filter(facts.OVERDUE, due_on__lt=timezone.localdate())
    return records.filter(closed_on__isnull=state == "open") if state else records


def _sorted(records: QuerySet[Record], kind: Kind, wanted: str) -> QuerySet[Record]:
    """Where no day is known a record comes last, either way."""
    day = F("happened_on")
    orders: dict[str, tuple[str | OrderBy, ...]] = {
        "oldest": (day.asc(nulls_last=True), "made_at"),
        "title": (f"data__{kind.title}", "made_at"),
        "entered": ("-made_at",),
        "due": (F("due_on").asc(nulls_last=True), "made_at"),
    }
    return records.order_by(*orders.get(wanted, (day.desc(nulls_last=True), "-made_at")))
