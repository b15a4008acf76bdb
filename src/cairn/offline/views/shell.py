"""The page itself, and the worker that keeps it in the browser. Both tell of nobody and are the same for everyone."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import get_template
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_GET

from cairn.offline.wording import words

if TYPE_CHECKING:
    from cairn.people.asking import SignedIn

SCRIPTS = ("app", "device", "draw", "lists", "sending", "server", "sheet", "store", "talk", "vault")
LOOKS = (
    "common/cairn.css",
    "activities/activities.css",
    "offline/field.css",
    "offline/notes.svg",
    "common/fonts/noto-sans-latin.woff2",
)
WORKER = "offline/worker.js"
PAGE = "offline/field.html"
MANIFEST = "offline/notes.webmanifest"


@require_GET
def field(request: SignedIn) -> HttpResponse:
    context = {"words": words(), "script": _plain("offline/app.js"), "manifest": _plain(MANIFEST)}
    return render(request, PAGE, context)


@require_GET
def worker(request: SignedIn) -> HttpResponse:  # every view takes one
    """It names what it keeps; whenever a letter of that changes, so does it, and browsers fetch all of it anew."""
    shell = [*map(_plain, _scripts()), *map(static, LOOKS), *map(_plain, LOOKS)]
    told = {"VERSION": _version(), "PAGE": reverse("field"), "SHELL": list(dict.fromkeys(shell))}
    head = "".join(f"const {name} = {json.dumps(value)};\n" for name, value in told.items())
    return HttpResponse(head + _read(WORKER).decode(), content_type="text/javascript; charset=utf-8")


def _scripts() -> list[str]:
    return [f"offline/{name}.js" for name in SCRIPTS]


def _plain(path: str) -> str:
    """Under its own name, as scripts name one another."""
    return f"{settings.STATIC_URL}{path}"


def _read(path: str) -> bytes:
    return Path(str(finders.find(path))).read_bytes()


@cache
def _version() -> str:
    parts = [_read(path) for path in (*_scripts(), *LOOKS, WORKER)]
    parts.append(Path(str(get_template(PAGE).origin)).read_bytes())  # type: ignore[attr-defined]  # Django's own templates have it
    return hashlib.sha256(b"".join(parts)).hexdigest()[:16]
