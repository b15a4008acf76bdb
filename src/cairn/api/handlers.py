"""From what Python raised to the problem that a program reads."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied, RequestDataTooBig, SuspiciousOperation, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError
from ninja.errors import ValidationError as UnfitRequest

from cairn.api.problems import Fault, Refusal

CHALLENGE = {"WWW-Authenticate": 'Bearer realm="cairn"'}


def answer_problems(api: NinjaAPI) -> None:
    """Hands every exception that an operation can end with to its handler below."""
    handlers: dict[type[Exception], Callable[[HttpRequest, Any], HttpResponse]] = {
        Refusal: lambda request, refusal: refusal.answer,
        AuthenticationError: signed_out,
        HttpError: as_raised,
        UnfitRequest: unfit,
        ValidationError: invalid,
        Http404: lambda request, error: Refusal(404).answer,
        PermissionDenied: lambda request, error: Refusal(403, str(error)).answer,
        RequestDataTooBig: lambda request, error: Refusal(413).answer,
        SuspiciousOperation: lambda request, error: Refusal(400).answer,
        MultiPartParserError: lambda request, error: Refusal(400, str(error)).answer,
    }
    for kind, handler in handlers.items():
        api.add_exception_handler(kind, handler)


def signed_out(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    return Refusal(401, headers=CHALLENGE).answer


def as_raised(request: HttpRequest, error: HttpError) -> HttpResponse:
    return Refusal(error.status_code, error.message).answer


def unfit(request: HttpRequest, error: UnfitRequest) -> HttpResponse:
    """The request does not have the shape that the OpenAPI document asks for."""
    faults = [Fault(where=".".join(map(str, fault["loc"])), what=fault["msg"]) for fault in error.errors]
    return Refusal(422, errors=faults).answer


def invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """The shape is right, but a model or an action said no."""
    by_field = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
    faults = [
        Fault(where=".".join(filter(None, ("body", field.replace("__all__", "")))), what=message)
        for field, messages in by_field.items()
        for message in messages
    ]
    return Refusal(422, errors=faults).answer
