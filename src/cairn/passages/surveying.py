"""How far documents bear on the items of an assessment: one row an item, on a page and in a table to take away."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from cairn.assessments.facts import framework_shown
from cairn.common.tables import Column
from cairn.frameworks.enums import NodeKind
from cairn.frameworks.shape import Framework, Node
from cairn.passages.finding import Library, accepted_in
from cairn.passages.models import Passage


@dataclass(frozen=True, slots=True)
class Row:
    item: Node
    question: Node | None
    """The question it answers, else what it stands under; None for an item that stands alone."""
    found: int
    """How many passages are shown for it."""
    documents: tuple[str, ...]
    """Titles of the documents with these passages, the best passage's first."""
    accepted: int
    """How many quotes stand as evidence for it."""


def rows(library: Library) -> tuple[Row, ...]:
    """Every item in the framework's order. What it is called is in the reader's language."""
    framework = framework_shown(library.assessment)
    accepted = Counter(accepted_in(library.assessment).values_list("node_id", flat=True))
    found = library.found(*(item.id for item in framework.items))
    return tuple(
        _row(library, framework, item, found[item.id], accepted[item.id]) for item in framework.items
    )


def _row(library: Library, framework: Framework, item: Node, found: list[Passage], accepted: int) -> Row:
    above = framework.path(item.id)[:-1]
    questions = [node for node in above if node.kind is NodeKind.QUESTION]
    titles = dict.fromkeys(library.documents[one.document_id].title for one in found)
    return Row(item, next(reversed(questions or above), None), len(found), tuple(titles), accepted)


COLUMNS = (
    Column(_("Item"), lambda row: row.item.id),
    Column(_("What the item says"), lambda row: row.item.text),
    Column(_("Question"), lambda row: row.question.text if row.question else None),
    Column(_("Passages found"), lambda row: row.found),
    Column(_("Documents"), lambda row: "; ".join(row.documents)),
    Column(_("Quotes accepted"), lambda row: row.accepted),
)
"""What a table of the overview shows."""
