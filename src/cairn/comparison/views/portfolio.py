"""Many practices at once as a heatmap: what is published, for everyone; one's own, for those who may see them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from cairn.common import tables
from cairn.common.drawing import PRINT
from cairn.comparison import facts, pictures
from cairn.comparison.beside import WORDS
from cairn.comparison.portfolio import Portfolio
from cairn.frameworks.models import FrameworkVersion
from cairn.people.asking import SignedIn

ON_A_PAGE = 200
"""Practices in one picture on a page; files hold all."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Whose practices are looked over."""

    page: str
    export: str
    versions: Sequence[FrameworkVersion]
    """The newest of each framework in use."""
    draw_up: Callable[[FrameworkVersion], Portfolio]
    words: str = ""


def _published(request: HttpRequest) -> Ground:
    words = request.GET.get("q", "").replace("\0", " ").strip()
    return Ground(
        "portfolio_public",
        "portfolio_public_export",
        facts.frameworks_published(words),
        partial(facts.published_portfolio, words),
        words,
    )


def _own(request: SignedIn) -> Ground:
    return Ground(
        "portfolio",
        "portfolio_export",
        facts.frameworks_in_use(request.user),
        partial(facts.own_portfolio, request.user),
    )


@login_not_required
def public(request: HttpRequest) -> HttpResponse:
    return _page(request, _published(request))


@login_not_required
def public_export(request: HttpRequest, kind: str) -> HttpResponse:
    return _export(request, _published(request), kind)


def own(request: SignedIn) -> HttpResponse:
    return _page(request, _own(request))


def own_export(request: SignedIn, kind: str) -> HttpResponse:
    return _export(request, _own(request), kind)


def _version(request: HttpRequest, ground: Ground) -> FrameworkVersion | None:
    """The framework that is asked for; the first, where none or a strange one is named."""
    wanted = request.GET.get("framework", "")
    named = (version for version in ground.versions if version.framework_id == wanted)
    return next(named, next(iter(ground.versions), None))


def _page(request: HttpRequest, ground: Ground) -> HttpResponse:
    version = _version(request, ground)
    context: dict[str, object] = {"ground": ground, "version": version}
    if version is not None:
        portfolio = ground.draw_up(version)
        page = Paginator(portfolio.lines, ON_A_PAGE).get_page(request.GET.get("page"))
        query = urlencode({"framework": version.framework_id} | ({"q": ground.words} if ground.words else {}))
        context |= {
            "portfolio": portfolio,
            "page": page,
            "query": query,
            "picture": pictures.portfolio_drawn(portfolio, list(page)),
            "lines": [(line, [WORDS[standing] for standing in line.standings]) for line in page],
            "exports": [
                (label, f"{reverse(ground.export, args=[kind])}?{query}") for kind, label in pictures.KINDS
            ],
        }
    return render(request, "comparison/portfolio.html", context)


def _export(request: HttpRequest, ground: Ground, kind: str) -> HttpResponse:
    version = _version(request, ground)
    if version is None:
        return redirect(ground.page)
    portfolio = ground.draw_up(version)
    if kind in {"svg", "png"}:
        return pictures.answer(kind, "portfolio", pictures.portfolio_drawn(portfolio, palette=PRINT))
    rows = pictures.portfolio_rows(portfolio)
    return tables.answer(kind, "portfolio", pictures.portfolio_columns(portfolio), rows)
