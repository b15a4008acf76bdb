"""What readers of an edition see of evidence: strength and month, where the practice agreed, as it stood at publication."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from cairn.assessments.weighing.reading import evidence_of
from cairn.evidence import facts as evidence
from cairn.publications.portrait import EvidencePortrait, NodePortrait, Portrait

if TYPE_CHECKING:
    from cairn.assessments.models import Assessment
    from cairn.evidence.shape import Judged


def with_evidence(portrait: Portrait, assessment: Assessment) -> Portrait:
    """The same portrait where the practice did not agree."""
    if not evidence.shows(assessment.practice):
        return portrait
    found = evidence_of(assessment)
    return replace(portrait, nodes=tuple(_with(node, found) for node in portrait.nodes))


def _with(node: NodePortrait, found: Mapping[str, Judged]) -> NodePortrait:
    mark = node.mark
    if mark and node.id in found:
        mark = replace(mark, evidence=_shown(found[node.id]))
    return replace(node, mark=mark, children=tuple(_with(child, found) for child in node.children))


def _shown(found: Judged) -> EvidencePortrait | None:
    if not found.strength or found.newest is None:
        return None
    return EvidencePortrait(int(found.strength), f"{found.newest:%Y-%m}")
