"""What stands in an item's card of what the records say: for who may see records with figures and ways, else without."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cairn.assessments.weighing import suggesting
from cairn.evidence import telling
from cairn.frameworks.shape import Level
from cairn.people.enums import Permission
from cairn.people.facts import may

if TYPE_CHECKING:
    from cairn.assessments.models import Assessment, Entry
    from cairn.evidence.shape import Judged
    from cairn.frameworks.shape import Framework, Node
    from cairn.people.models import Person


@dataclass(frozen=True, slots=True)
class Panel:
    line: telling.Line
    level: Level | None
    """What a person can accept as the mark."""
    then: str
    """What was suggested when the mark was set, where the records say something else by now; else empty."""
    brought: str
    """What was suggested when the mark came with a document and nobody compared the two since; else empty."""
    records: bool
    """Whether the reader may see figures, and the pages on which what is missing is recorded."""


def panels_of(
    person: Person,
    assessment: Assessment,
    *,
    framework: Framework,
    items: tuple[Node, ...],
    entries: Mapping[str, Entry],
    evidence: Mapping[str, Judged],
) -> dict[str, Panel]:
    """By item, for those of which the records are asked."""
    asked = [item for item in items if item.id in evidence]
    if not asked:
        return {}
    records = may(person, Permission.SEE_RECORDS, assessment.practice.organisation)
    return {
        item.id: Panel(
            line=telling.line(assessment.practice, item, evidence[item.id]),
            level=suggesting.level(framework, item.id, evidence[item.id]),
            then=_then(framework, entries.get(item.id), evidence[item.id]),
            brought=_brought(entries.get(item.id)),
            records=records,
        )
        for item in asked
    }


def _then(framework: Framework, entry: Entry | None, found: Judged) -> str:
    if entry is None or not suggesting.changed(framework, entry, found):
        return ""
    return suggesting.in_words(entry.suggested)


def _brought(entry: Entry | None) -> str:
    if entry is None or not entry.level or not suggesting.unseen(entry.suggested):
        return ""
    return suggesting.in_words(entry.suggested)
