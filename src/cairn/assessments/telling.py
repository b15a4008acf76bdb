"""A change as people read it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cairn.assessments.models import Change
from cairn.assessments.paper import in_words
from cairn.frameworks.shape import Framework, Node

LABELS = {
    "level": gettext_lazy("Mark"),
    "note": gettext_lazy("Note"),
    "wording": gettext_lazy("Wording of the document"),
    "narrative": gettext_lazy("Answer"),
    "reason": gettext_lazy("Why it differs from the records"),
    "suggested": gettext_lazy("Suggested by the records"),
    "tools": gettext_lazy("Inspiring tools"),
    "left_out": gettext_lazy("Left out"),
    "left_out_reason": gettext_lazy("Reason for leaving out"),
}


@dataclass(frozen=True, slots=True)
class Line:
    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Told:
    change: Change
    node: Node
    lines: tuple[Line, ...]
    undone: bool


def told(framework: Framework, change: Change) -> Told:
    node = framework.by_id[change.node_id]
    lines = tuple(
        Line(
            str(LABELS[field]),
            _words(framework, node, field, change.before[field]),
            _words(framework, node, field, after),
        )
        for field, after in change.after.items()
    )
    return Told(change, node, lines, undone=hasattr(change, "undone_by"))


def _words(framework: Framework, node: Node, field: str, value: object) -> str:
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    return in_words(framework, node, field, value)
