"""Released tables as funders read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from cairn.common import tables
from cairn.people.enums import Permission
from cairn.practices.facts import visible_to
from cairn.releases import facts

if TYPE_CHECKING:
    from cairn.people.asking import SignedIn
    from cairn.practices.models import Practice
    from cairn.releases.models import Release


def _practice(request: SignedIn, pk: int) -> Practice:
    return get_object_or_404(visible_to(request.user, Permission.SEE_RELEASED), pk=pk)


def _release(request: SignedIn, practice: int, pk: int) -> Release:
    return get_object_or_404(facts.readable_by(request.user, _practice(request, practice)), pk=pk)


def listed(request: SignedIn, practice: int) -> HttpResponse:
    found = _practice(request, practice)
    context = {
        "practice": found,
        "releases": facts.readable_by(request.user, found),
        "may_release": facts.may_release(request.user, found),
    }
    return render(request, "releases/list.html", context)


def show(request: SignedIn, practice: int, pk: int) -> HttpResponse:
    found = _release(request, practice, pk)
    context = {
        "practice": found.practice,
        "release": found,
        "columns": found.content["columns"],
        "lines": facts.lines(found.content),
        "intact": facts.is_intact(found),
        "may_release": facts.may_release(request.user, found.practice),
    }
    return render(request, "releases/show.html", context)


def export(request: SignedIn, practice: int, pk: int, kind: str) -> HttpResponse:
    found = _release(request, practice, pk)
    name = f"{found.practice.slug}-{found.which}-{found.ends_on}"
    return tables.answer(kind, name, facts.columns_of(found), found.content["rows"])
