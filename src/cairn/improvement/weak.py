"""Which items of an assessment are weak, in the order in which work on them tells most."""

from __future__ import annotations

from dataclasses import dataclass
from math import prod
from typing import TYPE_CHECKING

from cairn.assessments import facts as assessments
from cairn.frameworks.enums import NodeKind, Standing
from cairn.frameworks.shape import Framework, Node

if TYPE_CHECKING:
    from cairn.assessments.models import Assessment
    from cairn.publications.portrait import Tally

WEAK = (Standing.NOT_MET, Standing.PARTLY, Standing.UNKNOWN)
"""The gravest first."""


@dataclass(frozen=True, slots=True)
class WeakItem:
    node: Node
    question: Node
    """What it stands under: its question or criterion; itself where it stands alone."""
    standing: Standing
    label: str
    """The mark in the words of the item's own scale."""
    vetoed: bool
    """A mark on this item can outweigh everything else."""
    gate: bool
    """It is part of a gate, which stops what comes after it."""
    weight: float
    """Its weight times those of everything it stands in."""


def standing_in(tally: Tally) -> Standing | None:
    """How the one item of this tally stands; None where it was left out."""
    found = (
        (tally.left_out, None),
        (tally.met, Standing.MET),
        (tally.partly, Standing.PARTLY),
        (tally.not_met, Standing.NOT_MET),
        (tally.not_applicable, Standing.NOT_APPLICABLE),
    )
    return next((standing for count, standing in found if count), Standing.UNKNOWN)


def label_of(framework: Framework, node: Node, level_id: str, standing: Standing) -> str:
    """A decided mark as its scale calls it, any other as every scale does."""
    level = (
        framework.scales_by_item[node.id].level(level_id) if standing is not Standing.NOT_APPLICABLE else None
    )
    return level.label if level else str(standing.label)


def weak_items(assessment: Assessment) -> list[WeakItem]:
    """What is not met, partly met or undecided: vetoes first, then gates, then by weight, then the graver mark."""
    outline = assessments.outline_of(assessment)
    found = []
    for node in outline.framework.items:
        standing = standing_in(outline.score.nodes[node.id])
        if standing in WEAK:
            entry = outline.entries.get(node.id)
            path = outline.framework.path(node.id)
            found.append(
                WeakItem(
                    node=node,
                    question=path[-2] if len(path) > 1 else node,
                    standing=standing,
                    label=label_of(outline.framework, node, entry.level if entry else "", standing),
                    vetoed=any(each.veto for each in path),
                    gate=any(each.kind is NodeKind.GATE for each in path),
                    weight=prod(each.weight for each in path),
                )
            )
    return sorted(
        found, key=lambda item: (not item.vetoed, not item.gate, -item.weight, WEAK.index(item.standing))
    )
