"""Where the nodes of an assessment are found on its pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from cairn.assessments import facts as assessments
from cairn.assessments.sheets import LEAVES, sheets_of
from cairn.frameworks.shape import Framework, Node

if TYPE_CHECKING:
    from cairn.assessments.models import Assessment

Choices = list[tuple[str, list[tuple[str, str]]]]
"""Groups of node id and text, as forms take them."""


@dataclass(frozen=True, slots=True)
class Place:
    node: Node
    address: str


def place_of(framework: Framework, assessment: Assessment, node_id: str) -> Place:
    """The page on which a node is answered, or that of the whole for what is not answered by itself."""
    node = framework.by_id[node_id]
    for sheet in sheets_of(framework):
        if node == sheet.node:
            return Place(node, reverse("assessment_question", args=[assessment.pk, node_id]))
        if node in sheet.nodes:
            page = reverse("assessment_question", args=[assessment.pk, sheet.node.id])
            return Place(node, f"{page}#item-{node.html_id}")
    return Place(node, reverse("assessment", args=[assessment.pk]))


def places_of(assessment: Assessment, node_ids: Iterable[str]) -> list[Place]:
    framework = assessments.framework_shown(assessment)
    return [place_of(framework, assessment, node_id) for node_id in node_ids]


def answered(assessment: Assessment) -> Choices:
    """Every question with its items, by page."""
    return [
        (sheet.node.text, [(node.id, node.text) for node in dict.fromkeys((sheet.node, *sheet.nodes))])
        for sheet in sheets_of(assessments.framework_shown(assessment))
    ]


def assignable(assessment: Assessment) -> Choices:
    """Criteria and questions, by the part of the framework to which they belong."""
    return [
        (top.text, [(node.id, node.text) for node in _branches(top)])
        for top in assessments.framework_shown(assessment).nodes
    ]


def _branches(top: Node) -> Iterator[Node]:
    return (node for node in top.walk() if node is top or node.kind not in LEAVES)
