"""A sheet of paper for the wall: the picture, the short link, and a few words in the languages of those who come."""

from __future__ import annotations

from typing import NamedTuple

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.dateformat import format as format_date

from cairn.common.languages import language_name
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.surveys import facts as surveys
from cairn.voices import facts
from cairn.voices.enums import OpeningKind
from cairn.voices.models import Opening
from cairn.voices.saying import Words, words_in
from cairn.voices.spoken import kin
from cairn.voices.views.loading import opening_of
from cairn.voices.views.opening import picture_of, short_of

MOST = 6
"""Languages that fit one sheet."""


class Said(NamedTuple):
    words: Words
    heading: str
    until: str


def show(request: SignedIn, pk: int) -> HttpResponse:
    opening = opening_of(request, pk, Permission.SEE_RECORDS)
    offered = list(opening.version.languages)
    chosen = [tag for tag in request.GET.getlist("lang") if tag in offered] or _first(opening, offered)
    context = {
        "opening": opening,
        "said": [_said(opening, tag) for tag in chosen],
        "offered": [(tag, language_name(tag), tag in chosen) for tag in offered],
        "short": short_of(opening),
        "picture": picture_of(opening),
    }
    return render(request, "voices/poster.html", context)


def _first(opening: Opening, offered: list[str]) -> list[str]:
    """Those spoken at the session; else those of the people, then those of the practice; else the first of the form."""
    practice = opening.practice
    wanted = opening.session.languages if opening.session else ()
    wanted = wanted or [*facts.spoken_by_many(practice.pk), *practice.languages]
    there = {kin(tag): tag for tag in reversed(offered)}
    spoken = [tag if tag in offered else there.get(kin(tag), "") for tag in wanted]
    return (list(dict.fromkeys(filter(None, spoken))) or offered)[:MOST]


def _said(opening: Opening, tag: str) -> Said:
    words = words_in(tag)
    asked = opening.kind == OpeningKind.SESSION
    heading = words["poster"] if asked else surveys.title_in(opening.version, tag)
    return Said(words, heading, words.marked("poster_until", day=format_date(opening.closes_on, "j.n.Y")))
