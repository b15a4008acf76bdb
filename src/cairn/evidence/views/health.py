"""How well a practice's own records carry each item: what is solid, what gets old, what to do next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from cairn.common import tables
from cairn.common.tables import Column
from cairn.evidence import facts, outlook, telling
from cairn.evidence.drawing import drawn
from cairn.evidence.rules import USUAL
from cairn.evidence.views.asked import all_asked, framework_or_404
from cairn.frameworks.shape import Node
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.practices.asking import may_here, practice_of

if TYPE_CHECKING:
    from cairn.evidence.shape import Judged
    from cairn.frameworks.shape import Framework
    from cairn.practices.models import Practice

STEPS = 5
"""So many of the next best actions are told."""
COLUMNS = (
    *telling.COLUMNS,
    Column(_("Parts that records say something of"), lambda line: line.found.covered[0]),
    Column(_("Parts asked for"), lambda line: line.found.covered[1]),
    Column(_("What would make it stronger"), lambda line: "; ".join(way.text for way in line.ways)),
)


@dataclass(frozen=True, slots=True)
class Step:
    gain: outlook.Gain
    ways: list[telling.Way]
    items: list[Node]


@dataclass(frozen=True, slots=True)
class Health:
    next: list[Step]
    old: list[Node]
    ageing: list[tuple[Node, date]]
    criteria: list[outlook.Share]
    is_empty: bool


def show(request: SignedIn, practice: int, framework: str = USUAL) -> HttpResponse:
    found = practice_of(request, practice, Permission.SEE_RECORDS)
    asked = framework_or_404(framework)
    standing = facts.standing(found, framework, traces=True)
    questions = telling.lines(found, asked, standing.items)
    context = {
        "practice": found,
        "framework": asked,
        "others": [one for one in all_asked() if one.id != framework],
        "questions": questions,
        "drawn": drawn(questions),
        "tally": telling.tally(standing.items),
        "health": _health(found, asked, standing.items, standing.as_of),
        "shows": facts.shows(found),
        "may_publish": may_here(request, found, Permission.PUBLISH),
        "may_export": may_here(request, found, Permission.EXPORT_RECORDS),
    }
    return render(request, "evidence/health.html", context)


def export(request: SignedIn, practice: int, framework: str, form: str) -> HttpResponse:
    found = practice_of(request, practice, Permission.EXPORT_RECORDS)
    asked = framework_or_404(framework)
    told = telling.lines(found, asked, facts.standing(found, framework).items)
    rows = [line for _question, lines in told for line in lines]
    name = f"evidence-{found.slug}" if framework == USUAL else f"evidence-{found.slug}-{framework}"
    return tables.answer(form, name, COLUMNS, rows)


def _health(practice: Practice, framework: Framework, found: Mapping[str, Judged], today: date) -> Health:
    nodes = framework.by_id
    found = {item: one for item, one in found.items() if item in nodes}
    return Health(
        next=[
            Step(
                gain,
                [telling.way(practice, task) for task in gain.tasks],
                [nodes[item] for item in gain.items],
            )
            for gain in outlook.gains(found, today)[:STEPS]
        ],
        old=[nodes[item] for item, one in found.items() if one.stale],
        ageing=[(nodes[item], day) for item, day in outlook.gets_old(found, today)],
        criteria=outlook.by_criterion(framework, found),
        is_empty=all(one.newest is None for one in found.values()),
    )
