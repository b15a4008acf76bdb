"""What was typed into a form is never lost to a session that has ended: a page carries it until it is sent again.

Nothing of it is stored on the server. Passwords and files are never carried, nor what a script sent: its page still
stands and says by itself that nothing was saved.
"""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.views.csrf import csrf_failure

TOKEN = "csrfmiddlewaretoken"  # noqa: S105  # the name of a field
MOST = 2_000_000
"""Characters; more than anyone types."""


class KeepingLoginRequired(LoginRequiredMiddleware):
    """Leads people to the door as its parent does, and holds what they were about to send."""

    def process_view(
        self,
        request: HttpRequest,
        view_func: Callable[..., HttpResponseBase],
        view_args: tuple[Any, ...],
        view_kwargs: dict[Any, Any],
    ) -> HttpResponseBase | None:
        answer = super().process_view(request, view_func, view_args, view_kwargs)
        return _page(request, "people/ended.html") if answer and _can_be_kept(request) else answer


def stale(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that was opened before its person signed in anew: their browser vouches that it came from our own page.

    Whatever came from elsewhere is refused as ever, for else a stranger's form would need but one click here.
    """
    if request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}" and _can_be_kept(request):
        return _page(request, "people/stale.html")
    return csrf_failure(request, reason)


def _can_be_kept(request: HttpRequest) -> bool:
    fields = _fields(request)
    return (
        bool(fields)
        and not request.FILES
        and "HX-Request" not in request.headers
        and not any("password" in name.lower() for name, _value in fields)
        and sum(len(value) for _name, value in fields) <= MOST
    )


def _fields(request: HttpRequest) -> list[tuple[str, str]]:
    return [(name, value) for name, values in request.POST.lists() if name != TOKEN for value in values]


def _page(request: HttpRequest, template: str) -> HttpResponse:
    fields = _fields(request)
    written = [value for _name, value in fields if len(value.split()) > 1]
    answer = render(request, template, {"fields": fields, "written": written}, status=HTTPStatus.FORBIDDEN)
    add_never_cache_headers(answer)
    return answer
