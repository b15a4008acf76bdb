"""How far the records carry each item of a framework, practice by practice: what evidence suggests today, never a mark."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from cairn.analytics.facts import practices_for
from cairn.common.tables import Column
from cairn.evidence import facts as evidence
from cairn.evidence import telling
from cairn.evidence.rules import rules_of
from cairn.evidence.shape import Judged
from cairn.frameworks import facts as frameworks
from cairn.frameworks.shape import Node
from cairn.practices.models import Practice

if TYPE_CHECKING:
    from cairn.people.models import Person


@dataclass(frozen=True, slots=True)
class Line:
    """One item of one practice."""

    practice: Practice
    node: Node
    found: Judged


def lines(person: Person, framework_id: str) -> list[Line]:
    """Item by item, each practice. Raises LookupError, in words, where nothing can be asked of the framework."""
    if not rules_of(framework_id):
        raise LookupError(_("Cairn has no rules of evidence for %(name)s.") % {"name": framework_id})
    nodes = frameworks.framework_in(frameworks.loaded_version(framework_id), get_language()).by_id
    standings = [(one, evidence.standing(one, framework_id).items) for one in practices_for(person)]
    return [
        Line(practice, nodes[item], items[item])
        for item in rules_of(framework_id)
        if item in nodes
        for practice, items in standings
    ]


COLUMNS = (
    Column(_("Practice"), lambda line: line.practice.title),
    Column(_("Organisation"), lambda line: line.practice.organisation.name),
    *telling.COLUMNS,
)
