"""What marks by one framework say by another, and by a later version of the same one. Pure: nothing is stored.

Rules for mapped frameworks. A pair is read from an item that was judged to an item of the other framework:

- `same`: both ask for the same, so the standing is taken over, whatever it is.
- `broader`: what was judged asks for more and includes the other. Only where it was met must the other be met too; a
  partly met or unmet one does not say which part is missing.
- `narrower` and `related` propose nothing: a part that is met, or a neighbouring matter, does not make the whole so.

The standing becomes a level of the other item's scale where exactly one level says it; a scale with two levels for "met" has
to be read by a person. Where several pairs propose for one item and differ, nothing is proposed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cairn.frameworks.enums import Fate, NodeKind, Relation, Standing, Treatment
from cairn.frameworks.mapping import Pair
from cairn.frameworks.shape import Framework, Node
from cairn.frameworks.upgrading import Step, UpgradePlan


@dataclass(frozen=True, slots=True)
class Derived:
    """A mark that follows from others, with what it follows from."""

    node: Node
    level: str
    label: str
    """The level in words."""
    relation: Relation | Fate
    origins: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A mapped node and how it was judged; not an item, then unknown."""

    node: Node
    relation: Relation
    """Read from this node to the one looked at."""
    standing: Standing
    note: str


@dataclass(frozen=True, slots=True)
class View:
    """One node of the other framework, what maps to it, and the mark that follows, if one does."""

    node: Node
    sources: tuple[Source, ...]
    derived: Derived | None


def seen_in(
    own: Framework, other: Framework, levels: Mapping[str, str], pairs: tuple[Pair, ...]
) -> tuple[View, ...]:
    """Each mapped node of `other`, in its order. `levels` are marks by item id of `own`, `pairs` read from it."""
    return tuple(view for node in other.walk() if (view := _view(own, other, levels, pairs, node)).sources)


def _view(
    own: Framework, other: Framework, levels: Mapping[str, str], pairs: tuple[Pair, ...], node: Node
) -> View:
    sources = tuple(
        Source(own.by_id[pair.start], pair.relation, _standing(own, pair.start, levels), pair.note)
        for pair in pairs
        if pair.end == node.id and pair.start in own.by_id
    )
    return View(node, sources, _derived(other, node, sources))


def _standing(own: Framework, node_id: str, levels: Mapping[str, str]) -> Standing:
    if own.by_id[node_id].kind is not NodeKind.ITEM:
        return Standing.UNKNOWN
    return own.standing(node_id, levels.get(node_id, ""))


def _derived(other: Framework, node: Node, sources: tuple[Source, ...]) -> Derived | None:
    if node.kind is not NodeKind.ITEM:
        return None
    telling = [source for source in sources if _tells(source)]
    found = {source.standing for source in telling}
    level = _level_of(other, node, found.pop()) if len(found) == 1 else ""
    if not level:
        return None
    label = _label(other, node, level)
    return Derived(node, level, label, telling[0].relation, tuple(source.node for source in telling))


def _tells(source: Source) -> bool:
    if source.relation is Relation.SAME:
        return source.standing is not Standing.UNKNOWN
    return source.relation is Relation.BROADER and source.standing is Standing.MET


def _level_of(other: Framework, node: Node, standing: Standing) -> str:
    if standing is Standing.NOT_APPLICABLE:
        return standing.value
    fitting = [level.id for level in other.scales_by_item[node.id].levels if level.standing is standing]
    return fitting[0] if len(fitting) == 1 else ""


def upgraded(plan: UpgradePlan, levels: Mapping[str, str]) -> tuple[Derived, ...]:
    """Marks that an upgrade proposes and a person confirms."""
    return tuple(one for step in plan.steps if step.needs_look for one in _landed(plan, step, levels))


def carried(plan: UpgradePlan, levels: Mapping[str, str]) -> dict[str, str]:
    """Marks that go over as they are, by the later version's ids."""
    return {
        one.node.id: one.level
        for step in plan.steps
        if step.treatment is Treatment.CARRIED and step.kind is NodeKind.ITEM
        for one in _landed(plan, step, levels)
    }


def _landed(plan: UpgradePlan, step: Step, levels: Mapping[str, str]) -> Iterator[Derived]:
    before = [levels.get(node.id, "") for node in step.was]
    for node in step.now:
        if node.kind is NodeKind.ITEM:
            level = plan.landing(step, before, node.id)
            if level:
                yield Derived(node, level, _label(plan.new, node, level), step.fate, step.was)


def _label(framework: Framework, node: Node, level_id: str) -> str:
    level = framework.scales_by_item[node.id].level(level_id)
    return level.label if level else str(Standing(level_id).label)
