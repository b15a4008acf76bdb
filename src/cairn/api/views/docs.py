"""The API's documentation for people, written from its own OpenAPI document."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from cairn.api.problems import TITLES
from cairn.api.root import api


@dataclass(frozen=True, slots=True)
class Operation:
    verb: str
    path: str
    summary: str
    description: str
    tag: str
    open: bool
    parameters: list[dict[str, Any]]


@login_not_required
def docs(request: HttpRequest) -> HttpResponse:
    context = {"operations": operations(), "problems": TITLES.items(), "description": api.description}
    return render(request, "api/docs.html", context)


def operations() -> list[Operation]:
    """Every operation, in the order of the OpenAPI document."""
    return [
        Operation(
            verb=verb.upper(),
            path=path,
            summary=said["summary"],
            description=said.get("description", ""),
            tag=said["tags"][0],
            open="security" not in said,
            parameters=said["parameters"],
        )
        for path, verbs in api.get_openapi_schema()["paths"].items()
        for verb, said in verbs.items()
    ]
