"""A framework to take away, as YAML, workbook or JSON."""

from collections.abc import Callable

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from cairn.frameworks import facts
from cairn.frameworks.shape import Framework
from cairn.frameworks.workbook import MEDIA_TYPE, as_workbook
from cairn.frameworks.writing import as_json, as_yaml

KINDS: dict[str, tuple[str, Callable[[Framework], str | bytes]]] = {
    "yaml": ("application/yaml; charset=utf-8", as_yaml),
    "xlsx": (MEDIA_TYPE, as_workbook),
    "json": ("application/json", as_json),
}


@login_not_required
def download(request: HttpRequest, framework_id: str, version: str, kind: str) -> HttpResponse:
    if kind not in KINDS:
        raise Http404
    loaded = get_object_or_404(facts.loaded(), framework_id=framework_id, version=version)
    media_type, write = KINDS[kind]
    response = HttpResponse(write(facts.framework_of(loaded)), content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="{framework_id}-{version}.{kind}"'
    return response
