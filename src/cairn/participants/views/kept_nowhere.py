"""What tells of people is kept by no browser and no proxy: the next person at the same computer finds nothing of it."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase
from django.utils.cache import add_never_cache_headers

ROOMS = frozenset(
    {
        "participants",
        "needs",
        "plans",
        "activities",
        "voices",
        "listening",
        "offline",
        "registers",
        "sheets",
        "home",
    }
)
"""Rooms whose pages can tell of people. By room, so that a new page cannot be forgotten."""
ON_A_PERSON = "participants/"
"""How every address of one person begins, in whatever room."""


class KeptNowhere:
    """Middleware: `no-store` on every answer of these rooms, also where it is "not there" or a way to the door."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        answer = self.get_response(request)
        if _room_of(request) in ROOMS or _route_of(request).startswith(ON_A_PERSON):
            add_never_cache_headers(answer)
        return answer


def _room_of(request: HttpRequest) -> str:
    found = request.resolver_match
    return found.func.__module__.split(".")[1] if found and found.func.__module__.startswith("cairn.") else ""


def _route_of(request: HttpRequest) -> str:
    return request.resolver_match.route if request.resolver_match else ""
