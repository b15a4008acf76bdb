"""What the list's address finds, whole: as a table or for programs."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from cairn.common import tables
from cairn.repository import columns, filters, finding

MOST = 2_000
"""Practices in one file: as many as are read into memory at once."""


@login_not_required
@require_safe
def export(request: HttpRequest, kind: str) -> HttpResponse:
    chosen = filters.read(request.GET)
    rows = map(columns.row, finding.everything(chosen, MOST))
    if kind != "json":
        return tables.answer(kind, "practices", columns.COLUMNS, rows)
    said = {"query": chosen.query, "ignored": chosen.ignored, "items": [*map(columns.for_programs, rows)]}
    response = JsonResponse(said)
    response["Access-Control-Allow-Origin"] = "*"
    return response
