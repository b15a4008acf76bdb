"""From what Python raised to the problem that a program reads."""

from django.core.exceptions import PermissionDenied, RequestDataTooBig, SuspiciousOperation, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, Throttled
from ninja.errors import ValidationError as UnfitRequest

from cairn.api.problems import Fault, Refusal

CHALLENGE = {"WWW-Authenticate": 'Bearer realm="cairn"'}


def answer_problems(api: NinjaAPI) -> None:
    """Hands every exception that an operation can end with to its handler below."""
    api.add_exception_handler(Refusal, lambda request, refusal: refusal.answer)
    api.add_exception_handler(AuthenticationError, signed_out)
    api.add_exception_handler(HttpError, as_raised)
    api.add_exception_handler(Throttled, too_often)
    api.add_exception_handler(UnfitRequest, unfit)
    api.add_exception_handler(ValidationError, invalid)
    api.add_exception_handler(Http404, lambda request, error: Refusal(404).answer)
    api.add_exception_handler(PermissionDenied, lambda request, error: Refusal(403, str(error)).answer)
    api.add_exception_handler(RequestDataTooBig, lambda request, error: Refusal(413).answer)
    api.add_exception_handler(SuspiciousOperation, lambda request, error: Refusal(400).answer)
    api.add_exception_handler(MultiPartParserError, lambda request, error: Refusal(400, str(error)).answer)


def signed_out(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    return Refusal(401, headers=CHALLENGE).answer


def as_raised(request: HttpRequest, error: HttpError) -> HttpResponse:
    return Refusal(error.status_code, error.message).answer


def too_often(request: HttpRequest, error: Throttled) -> HttpResponse:
    return Refusal(429, _("Wait a little, then try again.")).answer


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
