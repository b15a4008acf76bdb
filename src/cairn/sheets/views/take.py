"""Take a list away, or an empty template of it. Lists of persons ask what for, and it is written down."""

import json
from collections.abc import Iterable, Mapping
from functools import partial

from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpResponse
from django.shortcuts import render

from cairn.common import tables
from cairn.people.asking import SignedIn
from cairn.sheets import cells
from cairn.sheets.forms import PurposeForm
from cairn.sheets.shape import Column, Table, Value
from cairn.sheets.views.loading import table_of
from cairn.trail.actions import note
from cairn.trail.enums import Deed


def take(request: SignedIn, practice: int, key: str, kind: str) -> HttpResponse:
    found, table = table_of(request, practice, key, bringing=False)
    purpose = ""
    if table.on_people:
        form = PurposeForm(request.POST or None)
        if not form.is_valid():
            context = {"form": form, "practice": found, "table": table, "kind": kind}
            return render(request, "sheets/purpose.html", context, status=422 if form.is_bound else 200)
        purpose = form.cleaned_data["purpose"]
    rows = list(table.rows(found, request.user))
    note(by=request.user, deed=Deed.EXPORTED, thing=f"list:{table.key}", practice=found.pk, reason=purpose)
    if kind == "json":
        return _json(table, rows)
    return tables.answer(kind, table.key, _columns(table.columns), rows)


def _json(table: Table, rows: Iterable[Mapping[str, Value]]) -> HttpResponse:
    """For programs: our keys and the values as they are kept, null where nothing is known; exact numbers as text."""
    keys = [column.key for column in table.columns]
    told = {"list": table.key, "rows": [{key: row.get(key) for key in keys} for row in rows]}
    content = json.dumps(told, cls=DjangoJSONEncoder, ensure_ascii=False, indent=1)
    answer = HttpResponse(content, content_type="application/json; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{table.key}.json"'
    return answer


def template(request: SignedIn, practice: int, key: str) -> HttpResponse:
    """An empty sheet with the right titles; what may stand in them is told on the page of the upload."""
    _found, table = table_of(request, practice, key, bringing=True)
    columns = [column for column in table.columns if column.taken_in]
    return tables.answer("xlsx", f"{table.key}-template", _columns(columns), [])


def _columns(columns: Iterable[Column]) -> list[tables.Column]:
    return [tables.Column(column.title, partial(_cell, column)) for column in columns]


def _cell(column: Column, row: Mapping[str, Value]) -> tables.Cell:
    return cells.shown(column, row.get(column.key))
