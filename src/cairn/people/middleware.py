"""What is asked of every signed-in person before a page: that they are still there, and that a second factor is set up."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

SEEN = "seen"
MINUTE = 60
"""Seconds between two notes that somebody is still there; more would cost a write with every page."""
ALWAYS = {
    "account_logout",
    "account_reauthenticate",
    "account_change_password",
    "set_language",
    "own_sessions",
}
"""Pages that open before a second factor is set up, beside those that set it up."""


def came_in(request: HttpRequest, **_: Any) -> None:
    """Signing in is the first sign of somebody; noted with the session that is written anyway."""
    request.session[SEEN] = int(time.time())


class Idle:
    """Signs out whoever did nothing for `IDLE_MINUTES`: a phone or a desk left alone opens nothing.

    What was being typed is kept by the page that asks to sign in again (views/kept.py).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.user.is_authenticated:
            now = int(time.time())
            since = now - request.session.get(SEEN, now)
            if since > settings.IDLE_MINUTES * 60:
                logout(request)
                messages.info(
                    request,
                    _("You were signed out, because nothing was done for %(minutes)s minutes.")
                    % {"minutes": settings.IDLE_MINUTES},
                )
            elif SEEN not in request.session or since >= MINUTE:
                request.session[SEEN] = now
        return self.get_response(request)


class SecondFactor:
    """Where the house demands it (`CAIRN_SECOND_FACTOR`), nobody gets further without a second factor or a passkey."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponseBase], *_args: Any
    ) -> HttpResponseBase | None:
        if not settings.SECOND_FACTOR or not request.user.is_authenticated:
            return None
        if not getattr(view, "login_required", True) or _sets_it_up(request) or is_mfa_enabled(request.user):
            return None
        messages.warning(request, _("Set up a second factor first: nothing else opens before."))
        return redirect("mfa_index")


def _sets_it_up(request: HttpRequest) -> bool:
    name = (request.resolver_match and request.resolver_match.url_name) or ""
    return name in ALWAYS or name.startswith("mfa_")
