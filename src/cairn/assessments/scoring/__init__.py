"""What a framework's own rules make of the marks: a pure function from framework and marks to tallies.

How it counts:
- An item's points are its level's value as a part of its scale's top value, times its weight; a weight on a group
  weighs everything in it. So scales of different range can stand in one framework.
- Left-out, not applicable and undecided items, and levels without a value, have no points to be had.
- A node passes when its own rule holds, no veto is marked in it, and every node in it that has a rule passes too.
  While items are undecided the answer is yes only if it holds whatever they become, no only if it no longer can.
- A gate without a rule asks that nothing in it is partly met or not met. A failed gate stops what comes after it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from cairn.frameworks.enums import NodeKind, Standing
from cairn.frameworks.shape import Applies, Framework, Level, Node, PassRule, Scale
from cairn.publications.portrait import Tally

GATE_RULE = PassRule.model_validate({"max_partly": 0, "max_not_met": 0})

Tags = Mapping[str, Set[str]]
"""The practice's codes by axis, such as `target_groups`."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What was said of the nodes, as far as it counts."""

    levels: Mapping[str, str] = field(default_factory=dict)
    """Level id by item id; missing or empty means undecided."""
    left_out: Set[str] = frozenset()
    """Ids of groups and questions that were left out."""
    tags: Tags = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Score:
    overall: Tally
    nodes: Mapping[str, Tally]
    """By node id, items and fields included."""


@dataclass(frozen=True, slots=True)
class Counted:
    """One item, with its weight as seen from the node that is being tallied."""

    id: str
    standing: Standing | None
    """None where the item is left out."""
    level: Level | None
    scale: Scale
    weight: float
    veto: str | None

    @property
    def ratio(self) -> float | None:
        """Points had, as a part of the points to be had; None where nothing is counted."""
        top = self.scale.top
        if self.level is None or self.level.value is None or not top:
            return None
        return self.level.value / top

    @property
    def open(self) -> bool:
        return self.standing is Standing.UNKNOWN

    @property
    def vetoes(self) -> bool:
        return self.veto is not None and self.level is not None and self.level.id == self.veto


def score(framework: Framework, marks: Marks) -> Score:
    scorer = _Scorer(framework, marks)
    counted = scorer.walk(framework.nodes, _Above())
    parts = asked(counted, framework.rule, scorer.inside(framework.nodes))
    return Score(overall=tally(counted, parts), nodes=scorer.tallies)


@dataclass(frozen=True, slots=True)
class _Above:
    """What the nodes above hand down."""

    left_out: bool = False
    applies: bool = True
    veto: str | None = None
    stopped_by: str = ""


@dataclass(frozen=True, slots=True)
class _Scorer:
    framework: Framework
    marks: Marks
    tallies: dict[str, Tally] = field(default_factory=dict)
    asked: dict[str, list[bool | None]] = field(default_factory=dict)

    def walk(self, nodes: Sequence[Node], above: _Above) -> list[Counted]:
        """Tallies these siblings and everything below them; returns their items as their parent counts them."""
        found = []
        for node in nodes:
            found += [replace(item, weight=item.weight * node.weight) for item in self._node(node, above)]
            if node.kind is NodeKind.GATE and self.tallies[node.id].passed is False:
                above = replace(above, stopped_by=above.stopped_by or node.id)
        return found

    def inside(self, nodes: Sequence[Node]) -> list[bool | None]:
        """What the nodes among these that ask something have to say."""
        return [conjunction(self.asked[node.id]) for node in nodes if self.asked[node.id]]

    def _node(self, node: Node, above: _Above) -> list[Counted]:
        here = replace(
            above,
            left_out=above.left_out or node.id in self.marks.left_out,
            applies=above.applies and applies_to(node.applies, self.marks.tags),
            veto=node.veto or above.veto,
        )
        items = [self._item(node, here)] if node.kind is NodeKind.ITEM else []
        items += self.walk(node.children, here)
        rule = GATE_RULE if node.kind is NodeKind.GATE and node.rule is None else node.rule
        self.asked[node.id] = asked(items, rule, self.inside(node.children))
        self.tallies[node.id] = replace(tally(items, self.asked[node.id]), stopped_by=above.stopped_by)
        return items

    def _item(self, node: Node, here: _Above) -> Counted:
        scale = self.framework.scales_by_item[node.id]
        level_id = self.marks.levels.get(node.id, "") if here.applies else Standing.NOT_APPLICABLE.value
        return Counted(
            id=node.id,
            standing=None if here.left_out else self.framework.standing(node.id, level_id),
            level=None if here.left_out else scale.level(level_id),
            scale=scale,
            weight=1,
            veto=here.veto,
        )


def applies_to(condition: Applies | None, tags: Tags) -> bool:
    return condition is None or bool(tags.get(condition.axis, frozenset()) & set(condition.any_of))


def tally(items: Sequence[Counted], parts: Sequence[bool | None]) -> Tally:
    standings = Counter(item.standing for item in items)
    return Tally(
        met=standings[Standing.MET],
        partly=standings[Standing.PARTLY],
        not_met=standings[Standing.NOT_MET],
        not_applicable=standings[Standing.NOT_APPLICABLE],
        unknown=standings[Standing.UNKNOWN],
        left_out=standings[None],
        share=share_of(_points(items)),
        passed=conjunction(parts),
        vetoed_by=tuple(item.id for item in items if item.vetoes),
    )


def conjunction(parts: Sequence[bool | None]) -> bool | None:
    """No where one part fails, open where one is open or nothing is asked at all, else yes."""
    if False in parts:
        return False
    return None if None in parts or not parts else True


def asked(
    items: Sequence[Counted], rule: PassRule | None, inside: Sequence[bool | None]
) -> list[bool | None]:
    """Everything that must hold for a node to pass; nothing where it has no rule or all of it is left out."""
    counting = [item for item in items if item.standing is not None]
    if any(item.vetoes for item in counting):
        return [False]
    parts = [*(rule_parts(counting, rule) if rule and counting else ()), *inside]
    if parts and any(item.open and item.veto for item in counting):
        parts.append(None)
    return parts


def _points(items: Sequence[Counted]) -> list[tuple[float, float]]:
    return [(item.weight, item.ratio) for item in items if item.ratio is not None]


def share_of(points: Sequence[tuple[float, float]]) -> float | None:
    """`points` are pairs of weight and part had, 0 to 1."""
    possible = sum(weight for weight, _ in points)
    return sum(weight * ratio for weight, ratio in points) / possible if possible else None


def rule_parts(items: Sequence[Counted], rule: PassRule) -> Iterator[bool | None]:
    """Each part of the rule: holds whatever happens, can no longer hold, or open (None)."""
    if rule.min_met is not None:
        sure, most = _bounds(items, Standing.MET)
        yield _settled(worst=sure >= rule.min_met, best=most >= rule.min_met)
    for standing, most_allowed in ((Standing.PARTLY, rule.max_partly), (Standing.NOT_MET, rule.max_not_met)):
        if most_allowed is not None:
            sure, most = _bounds(items, standing)
            yield _settled(worst=most <= most_allowed, best=sure <= most_allowed)
    if rule.min_share is not None:
        bounds = share_bounds(items)
        # Where nothing can ever have points, a share asks nothing.
        if bounds is not None:
            yield _settled(worst=reaches(bounds[0], rule.min_share), best=reaches(bounds[1], rule.min_share))


def reaches(share: float, least: float) -> bool:
    """At least as much, forgiving the last bits of floating point: 0.1 + 0.2 reaches 0.3."""
    return share >= least - 1e-9


def _settled(*, worst: bool, best: bool) -> bool | None:
    if worst:
        return True
    return None if best else False


def _bounds(items: Sequence[Counted], standing: Standing) -> tuple[int, int]:
    """Fewest and most items that can end on this standing."""
    sure = sum(item.standing is standing for item in items)
    may = sum(item.open and any(level.standing is standing for level in item.scale.levels) for item in items)
    return sure, sure + may


def share_bounds(items: Sequence[Counted]) -> tuple[float, float] | None:
    """Lowest and highest share once everything is decided; an undecided item may turn out not to apply.

    None where nothing can have points.
    """
    decided = _points(items)
    undecided = [(item.weight, reachable(item.scale)) for item in items if item.open and item.weight]
    lowest = _extended(
        decided, [(weight, min(ratios)) for weight, ratios in undecided if ratios], upward=False
    )
    highest = _extended(
        decided, [(weight, max(ratios)) for weight, ratios in undecided if ratios], upward=True
    )
    return None if lowest is None or highest is None else (lowest, highest)


def reachable(scale: Scale) -> list[float]:
    top = scale.top
    return [level.value / top for level in scale.levels if level.value is not None] if top else []


def _extended(
    decided: Sequence[tuple[float, float]], more: Sequence[tuple[float, float]], *, upward: bool
) -> float | None:
    """The share after adding those of `more` that move it the wanted way; the others turn out not to apply."""
    points = list(decided)
    for weight, ratio in sorted(more, key=lambda pair: pair[1], reverse=upward):
        share = share_of(points)
        if share is None or (ratio > share if upward else ratio < share):
            points.append((weight, ratio))
    return share_of(points)
