"""Whoever comes to a public page of a form is nobody: what a browser says of itself is put aside before anything reads it."""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase

DOOR = "/q/"
"""How every such address begins."""
TELLING = (
    "HTTP_COOKIE", "REMOTE_ADDR", "REMOTE_HOST", "REMOTE_PORT", "REMOTE_USER", "HTTP_USER_AGENT", "HTTP_X_FORWARDED_FOR",
    "HTTP_X_REAL_IP", "HTTP_FORWARDED", "HTTP_REFERER", "HTTP_ACCEPT_LANGUAGE", "HTTP_VIA", "HTTP_FROM",
)  # fmt: skip
HEADERS = {
    "Cache-Control": "no-store",
    # With `no-referrer` browsers post a null origin.
    "Referrer-Policy": "same-origin",
    "X-Robots-Tag": "noindex, nofollow",
}


class Nobody:
    """Middleware, before all others: no cookie and no trace of a device comes in, none goes out.

    So a member of the team who tries the page is nobody there as well, and no session is touched.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not request.path_info.startswith(DOOR):
            return self.get_response(request)
        for name in TELLING:
            request.META.pop(name, None)
        for name in [name for name in request.META if name.startswith("HTTP_SEC_")]:
            del request.META[name]
        answer = _without_length() if _in_chunks(request) else self.get_response(request)
        answer.cookies.clear()
        for name, value in HEADERS.items():
            if name != "Referrer-Policy" or answer.get(name) != "no-referrer":
                answer[name] = value
        return answer


def _in_chunks(request: HttpRequest) -> bool:
    """What comes without its length does not reach us through WSGI: it would look like an empty form."""
    return request.method == "POST" and not request.META.get("CONTENT_LENGTH")


def _without_length() -> HttpResponse:
    """For a program; browsers always say it."""
    words = "Nothing was kept. Say how long it is before you send it (Content-Length), and do not send it in chunks.\n"
    return HttpResponse(words, status=411, content_type="text/plain; charset=utf-8")


class Unnamed(logging.Filter):
    """Of a fault on such a page the log says that there was one, and neither its address nor what was sent.

    What is no fault of ours, such as an address with a slip in it, is not written down.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        asked = getattr(record, "request", None)
        if not str(getattr(asked, "path", "")).startswith(DOOR):
            return True
        record.msg, record.args = f"Fault on a page below {DOOR}", ()
        record.request = None
        return record.levelno >= logging.ERROR
