"""How frameworks map to each other, open to everyone, and each mapping to take away."""

from dataclasses import dataclass

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from cairn.common import tables
from cairn.common.tables import Column
from cairn.frameworks import facts
from cairn.frameworks.mapping import Mapping, Pair
from cairn.frameworks.shape import Framework, Node
from cairn.frameworks.writing import dumped


@dataclass(frozen=True, slots=True)
class Row:
    pair: Pair
    start: Node | None
    """None where that framework is not at hand."""
    end: Node | None


@dataclass(frozen=True, slots=True)
class Shown:
    mapping: Mapping
    start: Framework | None
    end: Framework | None
    rows: tuple[Row, ...]


COLUMNS = (
    Column(_("From"), lambda row: row.pair.start),
    Column(_("Wording"), lambda row: row.start.text if row.start else None),
    Column(_("Relation"), lambda row: row.pair.relation.value),
    Column(_("To"), lambda row: row.pair.end),
    Column(_("Wording there"), lambda row: row.end.text if row.end else None),
    Column(_("Note"), lambda row: row.pair.note),
)


@login_not_required
def mappings(request: HttpRequest) -> HttpResponse:
    return render(request, "frameworks/mappings.html", {"mappings": shown(facts.mappings())})


@login_not_required
def export(request: HttpRequest, mapping_id: str, kind: str) -> HttpResponse:
    found = facts.mapping(mapping_id)
    if found is None:
        raise Http404
    if kind in {"csv", "xlsx"}:
        return tables.answer(kind, mapping_id, COLUMNS, shown((found,))[0].rows)
    if kind == "yaml":
        response = HttpResponse(dumped(found), content_type="application/yaml; charset=utf-8")
    elif kind == "json":
        response = HttpResponse(found.model_dump_json(indent=2), content_type="application/json")
    else:
        raise Http404
    response["Content-Disposition"] = f'attachment; filename="{mapping_id}.{kind}"'
    return response


def shown(found: tuple[Mapping, ...]) -> tuple[Shown, ...]:
    """With the wording of both sides in the reader's language, in one query for all."""
    language = get_language() or "en"
    refs = [ref for mapping in found for ref in (mapping.start, mapping.end)]
    there = {ref: facts.translated(one, language) for ref, one in facts.by_ref(refs).items()}
    return tuple(_shown(mapping, there.get(mapping.start), there.get(mapping.end)) for mapping in found)


def _shown(mapping: Mapping, start: Framework | None, end: Framework | None) -> Shown:
    rows = tuple(
        Row(
            pair,
            start.by_id.get(pair.start) if start else None,
            end.by_id.get(pair.end) if end else None,
        )
        for pair in mapping.pairs
    )
    return Shown(mapping, start, end, rows)
