"""Criteria frameworks, open to everyone."""

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Query, Router

from cairn.api.paging import Page, Window, cut
from cairn.api.schemas import FrameworkLine
from cairn.frameworks import facts
from cairn.frameworks.models import FrameworkVersion
from cairn.frameworks.shape import Framework

router = Router(tags=["Frameworks"])


@router.get("", response=Page[FrameworkLine], summary="List the loaded frameworks", auth=None)
def list_frameworks(request: HttpRequest, window: Query[Window]) -> dict[str, Any]:
    page = cut(facts.loaded(), window)
    return page | {"items": [line(version) for version in page["items"]]}


@router.get("/{framework_id}/{version}", response=Framework, summary="One framework, whole", auth=None)
def show_framework(request: HttpRequest, framework_id: str, version: str) -> Framework:
    return facts.framework_of(get_object_or_404(facts.loaded(), framework_id=framework_id, version=version))


def line(version: FrameworkVersion) -> dict[str, Any]:
    return {
        "id": version.framework_id,
        "version": version.version,
        "title": version.title,
        "status": facts.framework_of(version).status,
        "digest": version.digest,
        "loaded_at": version.loaded_at,
    }
