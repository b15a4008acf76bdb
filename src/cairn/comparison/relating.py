"""What mappings between frameworks say of the practices that are compared.

Only items that ask for the same share a row. Whatever else a mapping says of two nodes is shown beside the first of
them, in words, and moves no mark.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations

from cairn.comparison.beside import Link, name_of
from cairn.frameworks import facts as frameworks
from cairn.frameworks.enums import Relation
from cairn.frameworks.mapping import Pair
from cairn.publications.portrait import FrameworkPortrait, Portrait


@dataclass(frozen=True, slots=True)
class Relations:
    same: dict[str, str] = field(default_factory=dict)
    """From the later framework's name of a node to the earlier one's."""
    links: dict[str, list[Link]] = field(default_factory=dict)
    """By the earlier framework's name of a node."""


def related(first: FrameworkPortrait, other: FrameworkPortrait) -> bool:
    """Whether practices judged by these can share a table: versions of one framework, or mapped to each other."""
    return first.id == other.id or bool(frameworks.mapped(first.ref, other.ref))


def partners(first: FrameworkPortrait) -> list[str]:
    """Ids of the frameworks that can share a table with this one, its own among them."""
    return [first.id, *(table.end.partition("@")[0] for table in frameworks.tables_of(first.ref))]


def relations(portraits: Sequence[Portrait]) -> Relations:
    """All that mappings say among the frameworks of these portraits, in their order."""
    there = list({portrait.framework.ref: portrait.framework for portrait in portraits}.values())
    found = Relations()
    for first, other in combinations(there, 2):
        if first.id != other.id:
            for pair in frameworks.mapped(first.ref, other.ref):
                _keep(found, pair, first, other)
    return found


def _keep(found: Relations, pair: Pair, first: FrameworkPortrait, other: FrameworkPortrait) -> None:
    start, end = name_of(first.id, pair.start), name_of(other.id, pair.end)
    if pair.relation is Relation.SAME:
        found.same.setdefault(end, found.same.get(start, start))
    else:
        link = Link(str(pair.relation.label), pair.end, other.title, pair.note)
        found.links.setdefault(found.same.get(start, start), []).append(link)
