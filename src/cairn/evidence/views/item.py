"""One item: what was found, the records behind it, how it stood before, and how it was published."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import render

from cairn.evidence import facts, telling
from cairn.evidence.views.asked import item_or_404
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.practices.asking import practice_of
from cairn.registers import facts as registers
from cairn.registers.showing import known_as

if TYPE_CHECKING:
    from cairn.evidence.shape import Judged

MOST = 20
"""Records that are named for one part; more are counted."""


def show(request: SignedIn, practice: int, framework: str, item: str) -> HttpResponse:
    found = practice_of(request, practice, Permission.SEE_RECORDS)
    asked, node = item_or_404(framework, item)
    judged = facts.of_item(found, framework, item)
    asks = {part.key: part.asks for part in judged.parts}
    context = {
        "practice": found,
        "framework": asked,
        "node": node,
        "line": telling.line(found, node, judged),
        "behind": _behind(request, judged),
        "states": [telling.stood(state, asks) for state in facts.history(found, framework, item)],
        "frozen": facts.frozen_of(found, framework, item),
    }
    return render(request, "evidence/item.html", context)


def _behind(request: SignedIn, judged: Judged) -> list[dict[str, Any]]:
    """By part: records of registers with links, and how many other records stand behind it."""
    named = {trace.record for part in judged.parts for trace in part.found.traces if trace.record}
    visible = registers.visible_to(request.user).filter(pk__in=named)
    known = {record.pk: record for record in visible}
    told = []
    for part in judged.parts:
        own = {trace.record for trace in part.found.traces}
        records = sorted(
            (known[pk] for pk in own if pk in known), key=lambda one: str(one.happened_on), reverse=True
        )
        others = sum(trace.record not in known for trace in part.found.traces)
        shown = [(known_as(record), record.get_absolute_url()) for record in records[:MOST]]
        if records or others:
            told.append({"part": part, "records": shown, "more": len(records[MOST:]), "others": others})
    return told
