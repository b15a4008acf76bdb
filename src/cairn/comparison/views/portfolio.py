"""Many practices at once as a heatmap: what is published, for everyone; one's own, for those who may see them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from cairn.common import tables
from cairn.common.drawing import PRINT
from cairn.comparison import facts, narrowing, pictures
from cairn.comparison.beside import WORDS
from cairn.comparison.portfolio import Portfolio
from cairn.frameworks.models import FrameworkVersion
from cairn.people.asking import SignedIn
from cairn.repository.filters import Filter

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
    chosen: Filter = field(default_factory=Filter)


def _published(request: HttpRequest) -> Ground:
    chosen = narrowing.read(request.GET)
    among = narrowing.among(chosen)
    return Ground(
        "portfolio_public",
        "portfolio_public_export",
        facts.frameworks_published(among),
        partial(facts.published_portfolio, among),
        chosen,
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
    ground = _published(request)
    version = _version(request, ground)
    framework_id = version.framework_id if version else request.GET.get("framework", "")
    return _page(request, ground, narrowing.offered(ground.chosen, framework_id))


@login_not_required
def public_export(request: HttpRequest, kind: str) -> HttpResponse:
    return _export(request, _published(request), kind)


def own(request: SignedIn) -> HttpResponse:
    return _page(request, _own(request))


def own_export(request: SignedIn, kind: str) -> HttpResponse:
    return _export(request, _own(request), kind)


def _version(request: HttpRequest, ground: Ground) -> FrameworkVersion | None:
    """The first framework that is asked for; the first of all, where none or only strange ones are named."""
    known = {version.framework_id: version for version in ground.versions}
    named = (known[wanted] for wanted in request.GET.getlist("framework") if wanted in known)
    return next(named, next(iter(ground.versions), None))


def _page(request: HttpRequest, ground: Ground, offered: narrowing.Offered | None = None) -> HttpResponse:
    version = _version(request, ground)
    context: dict[str, object] = {
        "ground": ground,
        "version": version,
        "offered": offered,
        "ways": [
            (each, narrowing.query(ground.chosen.query, each.framework_id), each == version)
            for each in ground.versions
        ],
    }
    if version is not None:
        portfolio = ground.draw_up(version)
        page = Paginator(portfolio.lines, ON_A_PAGE).get_page(request.GET.get("page"))
        query = narrowing.query(ground.chosen.query, version.framework_id)
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
