"""What every public page has around it: its language, the words of that language, and the way out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.shortcuts import render
from django.urls import reverse

from cairn.voices.saying import SOURCE, words_in

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}")


def face(
    request: HttpRequest,
    template: str,
    *,
    address: str,
    language: str,
    context: Mapping[str, Any],
    status: int = 200,
) -> HttpResponse:
    """A template that extends `voices/public.html`, in this language: `words` are at hand in it, and the way out.

    For every page below `/q/`, also those of other rooms.
    """
    around = {
        "words": words_in(language),
        "leave": f"{reverse('voice_leave', args=[address])}?lang={language}",
        "address": address,
    }
    return render(request, template, around | dict(context), status=status)


def language_asked(request: HttpRequest, among: list[str]) -> str | None:
    """The language that an address asks for, of those that there are."""
    asked = request.GET.get("lang", "")
    return asked if asked in among else None


def way_out(language: str) -> str:
    """A page on which anybody could be, in this language (setting `EXIT_TO`)."""
    known = language if TAG.fullmatch(language) else SOURCE
    return str(settings.EXIT_TO).replace("{language}", known.split("-", 1)[0])
