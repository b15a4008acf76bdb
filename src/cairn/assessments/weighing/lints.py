"""What to look at before an assessment goes on: marks that nothing carries, that got old, or that go against the records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from cairn.assessments.sheets import sheets_of
from cairn.assessments.weighing import suggesting
from cairn.assessments.weighing.reading import evidence_of
from cairn.evidence.enums import Outcome
from cairn.frameworks.enums import Standing
from cairn.frameworks.shape import Node

if TYPE_CHECKING:
    from cairn.assessments.models import Assessment, Entry
    from cairn.assessments.outline import Outline
    from cairn.evidence.shape import Judged

SILENT = {Outcome.NO_DATA, Outcome.TOO_FEW, Outcome.HUMAN_ONLY}
CLAIMS = {Standing.MET, Standing.PARTLY}


class Kind(TextChoices):
    CHANGED = "changed", _("What the records say has changed since it was marked.")
    DIFFERS = "differs", _("The mark differs from what the records suggest, and nobody has said why.")
    BARE = "bare", _("Marked as met, without an answer in words and without evidence.")
    STALE = "stale", _("The evidence for it is too old.")


@dataclass(frozen=True, slots=True)
class Lint:
    kind: Kind
    item: Node
    page: str
    """Id of the node on whose page the item is marked."""


def lints_of(assessment: Assessment, outline: Outline) -> tuple[Lint, ...]:
    """At most one for each item, the weightiest, in the framework's order."""
    return tuple(_lints(outline, evidence_of(assessment)))


def _lints(outline: Outline, evidence: Mapping[str, Judged]) -> Iterator[Lint]:
    for sheet in sheets_of(outline.framework):
        said = outline.entries.get(sheet.node.id)
        for item in sheet.items:
            entry = outline.entries.get(item.id)
            if entry is None or not entry.level or item.id not in evidence or _is_out(outline, item):
                continue
            kind = _kind(outline, entry, evidence[item.id], words=bool(said and said.narrative))
            if kind:
                yield Lint(kind, item, sheet.node.id)


def _is_out(outline: Outline, item: Node) -> bool:
    path = outline.framework.path(item.id)
    return any((said := outline.entries.get(node.id)) and said.left_out for node in path)


def _kind(outline: Outline, entry: Entry, found: Judged, *, words: bool) -> Kind | None:
    framework, item = outline.framework, entry.node_id
    stands = framework.standing(item, entry.level)
    holds = {
        Kind.CHANGED: suggesting.changed(framework, entry, found),
        Kind.DIFFERS: not entry.reason and suggesting.differs(framework, item, entry.level, found),
        Kind.BARE: stands is Standing.MET and found.outcome in SILENT and not words and not entry.note,
        Kind.STALE: stands in CLAIMS and found.stale,
    }
    return next((kind for kind in Kind if holds[kind]), None)
