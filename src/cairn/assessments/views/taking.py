"""Taking in what was sent from a sheet, for the page itself and for autosaving."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, cast

from django.http import QueryDict

from cairn.assessments import actions, facts
from cairn.assessments.checking import clean
from cairn.assessments.forms import CONTESTABLE, base_of, kept_as_theirs, sayings_from, unsettled
from cairn.assessments.models import Assessment
from cairn.assessments.paper import Paper, paper
from cairn.assessments.saying import Conflict, Fault, Refused, Saying
from cairn.assessments.sheets import Sheet
from cairn.assessments.weighing import suggesting
from cairn.assessments.weighing.panels import panels_of
from cairn.assessments.weighing.reading import evidence_of
from cairn.evidence.shape import Judged
from cairn.frameworks.shape import Framework
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


def take(request: SignedIn, assessment: Assessment, sheet: Sheet, *, whole: bool) -> Taken:
    """Save what fits; whatever could not be saved stays in the fields, beside what now stands.

    `whole` says that a whole page may follow. What is saved while somebody writes asks the records only where it must.
    """
    framework, stored = facts.framework_shown(assessment), facts.entries_of(assessment)
    settled = frozenset(node.id for node in sheet.nodes if kept_as_theirs(request.POST, node))
    sayings = sayings_from(request.POST, sheet.nodes)
    asks = whole or settled or suggesting.touches_marks(stored, sayings)
    evidence = evidence_of(assessment) if asks else {}
    sayings = [_accepting(request.POST, framework, saying, evidence) for saying in sayings]
    refuse = partial(_refused, request, assessment, sheet, sayings=sayings, evidence=evidence)
    lacking = suggesting.reasons_lacking(framework, stored, sayings, evidence)
    if lacking:
        return refuse(faults=lacking)
    try:
        saved = actions.record(assessment=assessment, entries=sayings, by=request.user, evidence=evidence)
    except Refused as refused:
        return refuse(faults=refused.faults)
    conflicts = (*saved.conflicts, *_still_contested(request, assessment, sheet))
    kept = [_only(conflict) for conflict in conflicts]
    return Taken(
        paper=shown(request, assessment, sheet, _together(kept), conflicts=conflicts, evidence=evidence),
        conflicts=conflicts,
        settled=settled,
    )


def _accepting(
    post: QueryDict, framework: Framework, saying: Saying, evidence: Mapping[str, Judged]
) -> Saying:
    """A person pressed the button that makes what the records suggest their mark: it differs no longer."""
    if post.get("accept") != saying.node_id or saying.node_id not in evidence:
        return saying
    level = suggesting.level(framework, saying.node_id, evidence[saying.node_id])
    return replace(saying, level=level.id, reason="") if level else saying


def shown(
    request: SignedIn,
    assessment: Assessment,
    sheet: Sheet,
    sent: Sequence[Saying] = (),
    *,
    faults: Sequence[Fault] = (),
    conflicts: Sequence[Conflict] = (),
    evidence: Mapping[str, Judged],
) -> Paper:
    framework, entries = facts.framework_shown(assessment), facts.entries_of(assessment)
    return paper(
        framework,
        sheet,
        entries,
        panels=panels_of(
            request.user,
            assessment,
            framework=framework,
            items=sheet.items,
            entries=entries,
            evidence=evidence,
        ),
        sent=sent,
        faults=faults,
        conflicts=conflicts,
    )


def _refused(
    request: SignedIn,
    assessment: Assessment,
    sheet: Sheet,
    *,
    sayings: list[Saying],
    faults: tuple[Fault, ...],
    evidence: Mapping[str, Judged],
) -> Taken:
    """Nothing was saved, so the revision seen stays as it was, and contested fields stay contested."""
    conflicts = tuple(_still_contested(request, assessment, sheet))
    sent = _together([*sayings, *(_only(conflict) for conflict in conflicts)])
    based = {node.id: base_of(request.POST, node) for node in sheet.nodes}
    sent = [replace(saying, base_revision=based[saying.node_id]) for saying in sent]
    what = shown(request, assessment, sheet, sent, faults=faults, conflicts=conflicts, evidence=evidence)
    return Taken(what, conflicts, faults)


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
        gaps = {field: getattr(saying, field) for field in CONTESTABLE if getattr(first, field) is None}
        merged[saying.node_id] = replace(first, **gaps)
    return list(merged.values())
