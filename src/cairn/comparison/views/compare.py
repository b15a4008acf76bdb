"""Two to ten practices side by side: what is published, for everyone; assessments, for those who may see them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from cairn.common import tables
from cairn.common.drawing import PRINT
from cairn.comparison import facts, pictures
from cairn.comparison.beside import Comparison, only_differences
from cairn.comparison.choosing import Choice, choose
from cairn.comparison.facts import Offer, Side
from cairn.people.asking import SignedIn


@dataclass(frozen=True, slots=True)
class Ground:
    """Where is compared: how things are named, found and offered there."""

    name: str
    """The name under which the address gives each."""
    page: str
    export: str
    find: Callable[[Sequence[str]], Mapping[str, Side]]
    offer: Callable[[str, Sequence[str], Sequence[str]], list[Offer]]

    def query(self, keys: Sequence[str], **more: str) -> str:
        return urlencode([*((self.name, key) for key in keys), *more.items()])

    def address(self, keys: Sequence[str], **more: str) -> str:
        return f"{reverse(self.page)}?{self.query(keys, **more)}"


PUBLIC = Ground(
    "practice",
    "comparison_public",
    "comparison_public_export",
    facts.published_sides,
    facts.published_offers,
)


def _own(request: SignedIn) -> Ground:
    return Ground(
        "assessment",
        "comparison",
        "comparison_export",
        partial(facts.own_sides, request.user),
        partial(facts.own_offers, request.user),
    )


@login_not_required
def public(request: HttpRequest) -> HttpResponse:
    return _page(request, PUBLIC)


@login_not_required
def public_export(request: HttpRequest, kind: str) -> HttpResponse:
    return _export(request, PUBLIC, kind)


def own(request: SignedIn) -> HttpResponse:
    return _page(request, _own(request))


def own_export(request: SignedIn, kind: str) -> HttpResponse:
    return _export(request, _own(request), kind)


def _page(request: HttpRequest, ground: Ground) -> HttpResponse:
    choice = choose(request.GET.getlist(ground.name), ground.find)
    words = request.GET.get("q", "").replace("\0", " ").strip()
    differences = {"differences": "1"} if "differences" in request.GET else {}
    context: dict[str, Any] = {
        "ground": ground,
        "choice": choice,
        "words": words,
        "differences": differences,
        "chosen": [
            (side, ground.address([key for key in choice.keys if key != side.key], **differences))
            for side in choice.sides
        ],
        "offers": [] if choice.full else _offers(ground, choice, words),
    }
    if choice.comparable:
        whole = choice.compared()
        context |= _compared(ground, choice, whole, differences)
    return render(request, "comparison/compare.html", context)


def _offers(ground: Ground, choice: Choice, words: str) -> list[tuple[Offer, str]]:
    found = ground.offer(words, choice.frameworks, choice.keys)
    return [(offer, ground.address([*choice.keys, offer.key])) for offer in found]


def _compared(
    ground: Ground, choice: Choice, whole: Comparison, differences: Mapping[str, str]
) -> dict[str, Any]:
    shown = only_differences(whole) if differences else whole
    query = ground.query(choice.keys, **differences)
    return {
        "comparison": shown,
        "whole": whole,
        "differing": sum(item.differs for item in whole.items),
        "picture": pictures.comparison_drawn(shown, choice.sides),
        "toggle": ground.address(choice.keys, **({} if differences else {"differences": "1"})),
        "exports": [
            (label, f"{reverse(ground.export, args=[kind])}?{query}") for kind, label in pictures.KINDS
        ],
    }


def _export(request: HttpRequest, ground: Ground, kind: str) -> HttpResponse:
    """The same as a file; where there is nothing to compare, the page says why."""
    choice = choose(request.GET.getlist(ground.name), ground.find)
    if not choice.comparable:
        return redirect(ground.address(choice.keys))
    comparison = choice.compared()
    if "differences" in request.GET:
        comparison = only_differences(comparison)
    if kind in {"svg", "png"}:
        drawn = pictures.comparison_drawn(comparison, choice.sides, PRINT)
        return pictures.answer(kind, "comparison", drawn)
    columns = pictures.comparison_columns(choice.sides)
    return tables.answer(kind, "comparison", columns, pictures.comparison_rows(comparison))
