"""The API put together: operations, errors, and its OpenAPI document."""

from typing import Any

from django.http import HttpRequest
from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from cairn.api.door import DOOR
from cairn.api.handlers import answer_problems
from cairn.api.operations import (
    assessments,
    comparison,
    documents,
    frameworks,
    keys,
    practices,
    publications,
    reviews,
)
from cairn.api.problems import MEDIA_TYPE, TITLES, Problem

DESCRIPTION = """Everything that people do on the pages, programs do here, by the same rules. Send a key for programs as
“Authorization: Bearer …”. Every error has the shape “application/problem+json” of RFC 9457."""


class CairnAPI(NinjaAPI):
    def get_openapi_schema(self, **options: Any) -> OpenAPISchema:
        """As the library writes it, with what can go wrong added to every operation."""
        document = super().get_openapi_schema(**options)
        document["components"]["schemas"]["Problem"] = Problem.model_json_schema(
            ref_template="#/components/schemas/{model}"
        )
        fault = document["components"]["schemas"]["Problem"].pop("$defs")
        document["components"]["schemas"].update(fault)
        for operations in document["paths"].values():
            for operation in operations.values():
                operation["responses"].update(problems())
        return document


def problems() -> dict[int, Any]:
    """The error answers, as OpenAPI describes them."""
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {status: {"description": str(title), "content": content} for status, title in TITLES.items()}


def assemble() -> CairnAPI:
    api = CairnAPI(
        title="Cairn", version="1", description=DESCRIPTION, urls_namespace="api", auth=DOOR, docs_url=None
    )
    answer_problems(api)
    for prefix, router in (
        ("frameworks", frameworks.router),
        ("practices", practices.router),
        ("assessments", assessments.router),
        ("assessments", reviews.router),
        ("publications", publications.router),
        ("comparison", comparison.router),
        ("keys", keys.router),
        ("", documents.router),
    ):
        api.add_router(prefix, router)

    @api.get("", auth=None, summary="Where everything is", include_in_schema=False)
    def start(request: HttpRequest) -> dict[str, str]:
        return {
            "openapi": request.build_absolute_uri("openapi.json"),
            "docs": request.build_absolute_uri("docs"),
        }

    return api


api = assemble()
