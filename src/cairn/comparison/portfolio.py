"""Many practices at once: who meets what, and how often each item is met. Pure values.

The share of a practice or an item is met of decided: what is not decided, does not apply or was left out counts on
neither side. A percentage is said from ten on, below that only both counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from cairn.assessments.portraying import tags_of
from cairn.assessments.scoring import Tags, applies_to
from cairn.frameworks.enums import Standing
from cairn.frameworks.shape import Applies, Framework, Node
from cairn.practices.models import Practice
from cairn.publications.portrait import LEFT_OUT

DECIDED = (Standing.MET.value, Standing.PARTLY.value, Standing.NOT_MET.value)
LEAST = 10
"""Fewest decided marks for which a percentage is said."""


@dataclass(frozen=True, slots=True)
class Rate:
    met: int
    decided: int

    @property
    def share(self) -> float:
        """0 to 1; of nothing decided -1, so that it sorts after none met."""
        return self.met / self.decided if self.decided else -1

    @property
    def percent(self) -> str:
        return f"{self.met * 100 // self.decided}%" if self.decided >= LEAST else ""


@dataclass(frozen=True, slots=True)
class Judged:
    """One practice as it was judged last."""

    title: str
    organisation: str
    address: str
    marks: Mapping[str, str]
    """Standing (or LEFT_OUT) by item id."""


@dataclass(frozen=True, slots=True)
class Column:
    id: str
    text: str
    criterion: str
    rate: Rate


@dataclass(frozen=True, slots=True)
class Line:
    judged: Judged
    standings: tuple[str, ...]
    """One for each column; empty where the practice was not asked."""
    rate: Rate


@dataclass(frozen=True, slots=True)
class Portfolio:
    framework: Framework
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    """The highest share first; among equals the one with more decided, then by title."""


def portfolio(framework: Framework, practices: Sequence[Judged]) -> Portfolio:
    items = [(item, top) for top in framework.nodes for item in top.items]
    ids = [item.id for item, _top in items]
    lines = sorted((_line(judged, ids) for judged in practices), key=_order)
    down = zip(*(line.standings for line in lines), strict=True) if lines else [()] * len(ids)
    return Portfolio(
        framework,
        tuple(
            Column(item.id, item.text, top.short or top.text, rate_of(standings))
            for (item, top), standings in zip(items, down, strict=True)
        ),
        tuple(lines),
    )


def rate_of(standings: Sequence[str]) -> Rate:
    counts = Counter(standings)
    return Rate(counts[Standing.MET.value], sum(counts[standing] for standing in DECIDED))


def _line(judged: Judged, ids: Sequence[str]) -> Line:
    standings = tuple(judged.marks.get(item, "") for item in ids)
    return Line(judged, standings, rate_of(standings))


def _order(line: Line) -> tuple[float, int, str, str]:
    return -line.rate.share, -line.rate.decided, line.judged.title.casefold(), line.judged.address


@dataclass(frozen=True, slots=True)
class _Rule:
    """What decides how one item stands."""

    id: str
    around: frozenset[str]
    """Ids of the nodes that, left out, leave the item out too."""
    conditions: tuple[Applies, ...]
    levels: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Reading:
    """Reads stored marks by one framework; what does not depend on the practice is worked out once."""

    framework: Framework
    rules: tuple[_Rule, ...] = field(init=False)
    conditional: bool = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "rules", tuple(_rules(self.framework)))
        object.__setattr__(self, "conditional", any(rule.conditions for rule in self.rules))

    def marks(self, practice: Practice, said: Sequence[tuple[str, str, bool]]) -> dict[str, str]:
        """Standing by item id. `said` are node id, level id and whether the node was left out."""
        levels = {node: level for node, level, _out in said}
        left_out = frozenset(node for node, _level, out in said if out)
        tags: Tags = tags_of(practice) if self.conditional else {}
        return {rule.id: _standing(rule, levels, left_out, tags) for rule in self.rules}


def _rules(framework: Framework) -> Iterator[_Rule]:
    for item in framework.items:
        path: tuple[Node, ...] = framework.path(item.id)
        levels = {level.id: level.standing.value for level in framework.scales_by_item[item.id].levels}
        yield _Rule(
            item.id,
            frozenset(node.id for node in path),
            tuple(node.applies for node in path if node.applies),
            {**levels, Standing.NOT_APPLICABLE.value: Standing.NOT_APPLICABLE.value},
        )


def _standing(rule: _Rule, levels: Mapping[str, str], left_out: frozenset[str], tags: Tags) -> str:
    if left_out and rule.around & left_out:
        return LEFT_OUT
    if not all(applies_to(condition, tags) for condition in rule.conditions):
        return Standing.NOT_APPLICABLE.value
    return rule.levels.get(levels.get(rule.id, ""), Standing.UNKNOWN.value)
