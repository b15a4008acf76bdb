"""What was changed since a step: for each node once, from what stood then to what stands now."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from cairn.assessments import facts as assessments
from cairn.assessments.telling import Line, told
from cairn.frameworks.shape import Framework
from cairn.people.models import Person
from cairn.practices.models import PracticeChange
from cairn.review.models import Step
from cairn.review.places import Place, place_of

if TYPE_CHECKING:
    from cairn.assessments.models import Assessment, Change


@dataclass(frozen=True, slots=True)
class Changed:
    """One node that stands differently now."""

    place: Place
    lines: tuple[Line, ...]
    by: tuple[Person, ...]
    at: datetime
    """When it was last changed."""


@dataclass(frozen=True, slots=True)
class Since:
    step: Step
    nodes: tuple[Changed, ...]
    facts: tuple[PracticeChange, ...]
    """Changes of the practice's own facts, oldest first."""

    @property
    def empty(self) -> bool:
        return not (self.nodes or self.facts)


def since(assessment: Assessment, step: Step) -> Since:
    """In the order of the framework; what was changed and put back again has not changed."""
    framework = assessments.framework_shown(assessment)
    later: dict[str, list[Change]] = {}
    for change in assessments.history(assessment).filter(pk__gt=step.last_change).order_by("pk"):
        later.setdefault(change.node_id, []).append(change)
    changed = [_changed(framework, assessment, later[id_]) for id_ in framework.by_id if id_ in later]
    facts = assessment.practice.changes.filter(revision__gt=step.practice_revision).select_related("by")
    return Since(step, tuple(each for each in changed if each.lines), tuple(facts.order_by("revision")))


def _changed(framework: Framework, assessment: Assessment, changes: Sequence[Change]) -> Changed:
    newest = copy(changes[-1])
    before: dict[str, object] = {}
    after: dict[str, object] = {}
    for change in changes:
        before = change.before | before
        after |= change.after
    newest.before = before
    newest.after = {field: value for field, value in after.items() if value != before[field]}
    return Changed(
        place_of(framework, assessment, newest.node_id),
        told(framework, newest).lines,
        tuple(dict.fromkeys(change.by for change in changes)),
        newest.at,
    )
