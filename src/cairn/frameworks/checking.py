"""What must hold in a framework beyond its shape: names that exist, trees that make sense, rules that can be met."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from cairn.frameworks.enums import NodeKind, Standing
from cairn.frameworks.shape import Framework, Node, PassRule, Scale
from cairn.frameworks.sources import Path

INSIDE: dict[NodeKind, set[NodeKind]] = {
    NodeKind.GROUP: set(NodeKind),
    NodeKind.GATE: {NodeKind.QUESTION, NodeKind.ITEM, NodeKind.FIELD},
    NodeKind.QUESTION: {NodeKind.ITEM, NodeKind.FIELD},
    NodeKind.ITEM: set(),
    NodeKind.FIELD: set(),
}
"""What may stand directly in what."""


@dataclass(frozen=True, slots=True)
class Finding:
    path: Path
    what: str
    fix: str
    advice: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A node, where it is written, and the scale that holds for it."""

    node: Node
    path: Path
    scale: str


def findings(framework: Framework) -> list[Finding]:
    """Everything that is wrong, in reading order of the checks."""
    nodes = list(_placed(framework.nodes, ("nodes",), framework.scale))
    return [
        *_scales(framework),
        *_twice(nodes),
        *(finding for placed in nodes for finding in _of_node(placed, framework)),
        *_rule(framework.rule, framework.items, ("rule",), framework),
        *_shared_terms(nodes),
        *_nothing_to_mark(framework),
    ]


def _placed(nodes: tuple[Node, ...], path: Path, scale: str) -> Iterator[Placed]:
    for index, node in enumerate(nodes):
        here = (*path, index)
        yield Placed(node, here, node.scale or scale)
        yield from _placed(node.children, (*here, "children"), node.scale or scale)


def _scales(framework: Framework) -> Iterator[Finding]:
    names = Counter(scale.id for scale in framework.scales)
    for index, scale in enumerate(framework.scales):
        path: Path = ("scales", index)
        if names[scale.id] > 1:
            yield Finding((*path, "id"), f"Two scales are called “{scale.id}”", "give one of them another id")
        yield from _levels(scale, path)
    if framework.scale not in names:
        yield _unknown_scale(("scale",), framework.scale, framework)


def _levels(scale: Scale, path: Path) -> Iterator[Finding]:
    names = Counter(level.id for level in scale.levels)
    for index, level in enumerate(scale.levels):
        here = (*path, "levels", index)
        if names[level.id] > 1:
            yield Finding((*here, "id"), f"Two levels are called “{level.id}”", "give one of them another id")
        if level.standing is Standing.UNKNOWN or level.id == Standing.NOT_APPLICABLE:
            yield Finding(
                here,
                f"The level “{level.id}” takes a name that every scale has already",
                "leave it out: “not decided” and “does not apply” can always be chosen",
            )
    counted = {
        level.value is not None for level in scale.levels if level.standing is not Standing.NOT_APPLICABLE
    }
    if len(counted) > 1:
        yield Finding(
            (*path, "levels"), "Some levels have a value and some have none", "give a value to all or to none"
        )


def _unknown_scale(path: Path, name: str, framework: Framework) -> Finding:
    there = ", ".join(scale.id for scale in framework.scales)
    return Finding(path, f"There is no scale “{name}”", f"use one of: {there}")


def _twice(nodes: list[Placed]) -> Iterator[Finding]:
    seen: set[str] = set()
    for placed in nodes:
        if placed.node.id in seen:
            yield Finding(
                (*placed.path, "id"),
                f"The id “{placed.node.id}” is used twice",
                "give this one an id of its own",
            )
        seen.add(placed.node.id)


def _of_node(placed: Placed, framework: Framework) -> Iterator[Finding]:
    yield from _children(placed)
    yield from _names(placed, framework)
    yield from _words(placed)
    yield from _rule(placed.node.rule, placed.node.items, (*placed.path, "rule"), framework)


def _children(placed: Placed) -> Iterator[Finding]:
    node = placed.node
    for index, child in enumerate(node.children):
        if child.kind not in INSIDE[node.kind]:
            yield Finding(
                (*placed.path, "children", index, "kind"),
                f"The kind “{child.kind.value}” cannot stand directly in a “{node.kind.value}”",
                "move it up the tree, or give it another kind",
            )
    if node.kind in {NodeKind.GROUP, NodeKind.GATE} and not node.children:
        yield Finding(placed.path, f"“{node.id}” is empty", "add children, or take it away")
    if node.kind is NodeKind.QUESTION and not node.children and not node.narrative:
        yield Finding(
            placed.path, f"Nothing can be answered to “{node.id}”", "add items, or set `narrative: true`"
        )
    if node.kind is NodeKind.GATE and not node.rule:
        yield Finding(
            placed.path,
            f"The gate “{node.id}” has no rule",
            "say what opens it, for example `rule: {max_not_met: 0}`",
        )


def _names(placed: Placed, framework: Framework) -> Iterator[Finding]:
    scales = {scale.id: scale for scale in framework.scales}
    node = placed.node
    if node.scale and node.scale not in scales:
        yield _unknown_scale((*placed.path, "scale"), node.scale, framework)
    scale = scales.get(placed.scale)
    if node.veto and scale and not scale.level(node.veto):
        there = ", ".join(level.id for level in scale.levels)
        yield Finding(
            (*placed.path, "veto"),
            f"The scale “{scale.id}” has no level “{node.veto}”",
            f"use one of: {there}",
        )
    tags = {tag.id for tag_set in framework.tag_sets for tag in tag_set.tags}
    for index, tag in enumerate(node.tags):
        if tag not in tags:
            yield Finding(
                (*placed.path, "tags", index), f"There is no tag “{tag}”", "add it to a set under `tag_sets`"
            )


def _words(placed: Placed) -> Iterator[Finding]:
    node = placed.node
    if node.word_limit and node.kind not in {NodeKind.QUESTION, NodeKind.FIELD}:
        yield Finding(
            (*placed.path, "word_limit"),
            f"The kind “{node.kind.value}” has no words to limit",
            "put the limit on a question or a field",
        )


def _rule(
    rule: PassRule | None, items: tuple[Node, ...], path: Path, framework: Framework
) -> Iterator[Finding]:
    if rule is None:
        return
    if rule == PassRule():
        yield Finding(
            path, "The rule says nothing", "give at least one of its parts, such as `min_share: 0.6`"
        )
    if rule.min_met is not None and rule.min_met > len(items):
        yield Finding(
            (*path, "min_met"),
            f"{rule.min_met} items can never be met, since there are {len(items)}",
            f"ask for at most {len(items)}",
        )
    if rule.min_share is not None and not any(_counts(item, framework) for item in items):
        yield Finding(
            (*path, "min_share"),
            "No item here has points, so there is no share of them",
            "use min_met, max_partly or max_not_met, or give the levels values",
        )


def _counts(item: Node, framework: Framework) -> bool:
    try:
        return framework.scales_by_item[item.id].top is not None
    except KeyError:
        return True  # an unknown scale, which is told by itself


def _shared_terms(nodes: list[Placed]) -> Iterator[Finding]:
    owners: dict[str, str] = {}
    for placed in nodes:
        if placed.node.kind is not NodeKind.ITEM:
            continue
        for index, term in enumerate(placed.node.terms):
            owner = owners.setdefault(term.casefold(), placed.node.id)
            if owner != placed.node.id:
                yield Finding(
                    (*placed.path, "terms", index),
                    f"“{term}” is a term of “{owner}” too",
                    "a term helps only where it tells one item from all others",
                    advice=True,
                )


def _nothing_to_mark(framework: Framework) -> Iterator[Finding]:
    if not framework.items:
        yield Finding(("nodes",), "There is no item to mark", "add nodes of the kind `item`", advice=True)
