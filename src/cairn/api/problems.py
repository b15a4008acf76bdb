"""One shape for everything that goes wrong under /api/: `application/problem+json` of RFC 9457."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from ninja import Field, Schema

MEDIA_TYPE = "application/problem+json"

# What each status means here, said once: as the title of the answer, in the OpenAPI document and on the page of docs.
TITLES: dict[int, str | Promise] = {
    400: _("The request could not be read"),
    401: _("Sign in, or send a key"),
    403: _("You may look at this, but not do that"),
    404: _("There is nothing here"),
    405: _("This address does not take that verb"),
    409: _("Somebody else was here first"),
    410: _("This was withdrawn"),
    413: _("Too large"),
    415: _("A kind of content that is not read here"),
    422: _("Some of what was sent does not fit"),
    429: _("Too many requests"),
    500: _("Something broke on our side"),
}


class Fault(Schema):
    """One thing that is wrong, and where."""

    where: str = Field(description="The part of the request, as a dotted path.", examples=["body.title"])
    what: str = Field(description="What is wrong with it, in a sentence.", examples=["Field required"])


class Problem(Schema):
    """Every error has this shape (RFC 9457)."""

    type: str = Field(
        description="Address of the explanation of this kind of problem.",
        examples=["/api/v1/docs#problem-404"],
    )
    title: str = Field(
        description="What kind of problem; the same for each status.", examples=["There is nothing here"]
    )
    status: int = Field(description="The HTTP status again.", examples=[404])
    detail: str = Field(description="What happened this time; may be empty.", examples=[""])
    errors: list[Fault] = Field(description="Each fault by its place; may be empty.")


class Refusal(Exception):
    """Raised by an operation that will not do what was asked.

    `more` holds members beside the five of Problem, such as both sides of a conflict.
    """

    def __init__(
        self,
        status: int,
        detail: str = "",
        *,
        errors: Iterable[Fault] = (),
        headers: Mapping[str, str] | None = None,
        **more: Any,
    ) -> None:
        super().__init__(status, detail)
        self.status = status
        self.detail = detail
        self.errors = list(errors)
        self.headers = headers
        self.more = more

    @property
    def answer(self) -> HttpResponse:
        return JsonResponse(
            problem(self.status, self.detail, self.errors) | self.more,
            encoder=DjangoJSONEncoder,
            status=self.status,
            content_type=MEDIA_TYPE,
            headers=dict(self.headers or {}),
        )


def problem(status: int, detail: str = "", errors: Iterable[Fault] = ()) -> dict[str, Any]:
    """The five members, as they are sent. A status without a title of its own takes that of its class."""
    title = TITLES.get(status) or TITLES[400 if status < 500 else 500]
    return Problem(
        type=f"{reverse('api_docs')}#problem-{status}",
        title=str(title),
        status=status,
        detail=detail,
        errors=list(errors),
    ).model_dump()
