"""Taking in what was sent from a sheet, for the page itself and for autosaving."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from django.http import QueryDict

from cairn.assessments import actions, facts
from cairn.assessments.checking import clean
from cairn.assessments.forms import base_of, kept_as_theirs, sayings_from, unsettled
from cairn.assessments.models import Assessment
from cairn.assessments.paper import Paper, paper
from cairn.assessments.saying import Conflict, Fault, Refused, Saying
from cairn.assessments.sheets import Sheet
from cairn.people.asking import SignedIn
from cairn.publications.portrait import Tool


@dataclass(frozen=True, slots=True)
class Taken:
    paper: Paper
    conflicts: tuple[Conflict, ...] = ()
    faults: tuple[Fault, ...] = ()
    settled: frozenset[str] = frozenset()
    """Ids of the nodes of which the person chose the other side: their fields on the page no longer hold it."""

    @property
    def done(self) -> bool:
        return not self.conflicts and not self.faults


def take(request: SignedIn, assessment: Assessment, sheet: Sheet) -> Taken:
    """Save what fits; whatever could not be saved stays in the fields, beside what now stands."""
    sayings = sayings_from(request.POST, sheet.nodes)
    try:
        saved = actions.record(assessment=assessment, entries=sayings, by=request.user)
    except Refused as refused:
        return _refused(request, assessment, sheet, sayings, refused.faults)
    conflicts = (*saved.conflicts, *_still_contested(request, assessment, sheet))
    kept = [_only(conflict) for conflict in conflicts]
    return Taken(
        paper=shown(assessment, sheet, _together(kept), conflicts=conflicts),
        conflicts=conflicts,
        settled=frozenset(node.id for node in sheet.nodes if kept_as_theirs(request.POST, node)),
    )


def shown(
    assessment: Assessment,
    sheet: Sheet,
    sent: Sequence[Saying] = (),
    faults: Sequence[Fault] = (),
    conflicts: Sequence[Conflict] = (),
) -> Paper:
    framework = facts.framework_shown(assessment)
    return paper(
        framework,
        sheet,
        facts.entries_of(assessment),
        sent=sent,
        faults=faults,
        conflicts=conflicts,
    )


def _refused(
    request: SignedIn, assessment: Assessment, sheet: Sheet, sayings: list[Saying], faults: tuple[Fault, ...]
) -> Taken:
    """Nothing was saved, so the revision seen stays as it was, and contested fields stay contested."""
    conflicts = tuple(_still_contested(request, assessment, sheet))
    sent = _together([*sayings, *(_only(conflict) for conflict in conflicts)])
    based = {node.id: base_of(request.POST, node) for node in sheet.nodes}
    sent = [replace(saying, base_revision=based[saying.node_id]) for saying in sent]
    return Taken(shown(assessment, sheet, sent, faults, conflicts), conflicts, faults)


def _still_contested(request: SignedIn, assessment: Assessment, sheet: Sheet) -> list[Conflict]:
    """Fields for which the person has seen both sides and not chosen yet, unless both have come to agree."""
    found = []
    for node in sheet.nodes:
        fields = unsettled(request.POST, node)
        if not fields:
            continue
        yours = clean(sayings_from(_without_contests(request), [node])[0])
        found += [
            conflict
            for field in sorted(fields & yours.keys())
            if (conflict := facts.contest(assessment, node.id, field, yours[field]))
        ]
    return found


def _without_contests(request: SignedIn) -> QueryDict:
    post = request.POST.copy()
    for name in list(post):
        if name.endswith(":contested"):
            del post[name]
    return post


def _only(conflict: Conflict) -> Saying:
    """The writer's own value of one contested field, to be shown in its place."""
    said: dict[str, Any] = {conflict.field: conflict.yours}
    if conflict.field == "tools":
        said["tools"] = tuple(
            Tool(tool["title"], tool["url"]) for tool in cast("list[dict[str, str]]", conflict.yours)
        )
    return Saying(conflict.node_id, None, **said)


def _together(sayings: Sequence[Saying]) -> list[Saying]:
    """One saying per node: later ones add the fields that earlier ones do not say."""
    merged: dict[str, Saying] = {}
    for saying in sayings:
        first = merged.setdefault(saying.node_id, saying)
        gaps = {
            field: getattr(saying, field)
            for field in ("level", "note", "narrative", "tools")
            if getattr(first, field) is None
        }
        merged[saying.node_id] = replace(first, **gaps)
    return list(merged.values())
