"""An assessment from above: the tree with its tallies, and what is left to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from cairn.assessments.models import Entry
from cairn.assessments.scoring import Score, Tags, applies_to
from cairn.assessments.scoring.verdicts import asked_by, asks, rule_of, verdict
from cairn.assessments.sheets import LEAVES, blank, sheets_of
from cairn.frameworks.enums import NodeKind, Standing
from cairn.frameworks.shape import Framework, Node
from cairn.publications.portrait import Tally


@dataclass(frozen=True, slots=True)
class Stone:
    """One item, as a mark in a row."""

    text: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class Branch:
    node: Node
    tally: Tally
    verdict: str
    asked: tuple[str, ...]
    left_out: str | None
    """The reason, where this very node was left out."""
    is_sheet: bool
    stones: tuple[Stone, ...]
    """The items that are answered on this node's own page."""
    narrative: str
    children: tuple[Branch, ...]

    @property
    def decided(self) -> int:
        return self.tally.judged + self.tally.not_applicable

    @property
    def to_decide(self) -> int:
        return self.decided + self.tally.unknown

    @property
    def percent(self) -> int | None:
        return None if self.tally.share is None else round(self.tally.share * 100)


@dataclass(frozen=True, slots=True)
class Task:
    """A page on which something is still open."""

    node: Node
    undecided: int
    needs_words: bool


@dataclass(frozen=True, slots=True)
class Outline:
    framework: Framework
    entries: Mapping[str, Entry]
    tags: Tags
    score: Score

    def branches(self) -> tuple[Branch, ...]:
        sheets = {sheet.node.id: sheet for sheet in sheets_of(self.framework)}
        return tuple(
            self._branches(self.framework.nodes, {id_: sheet.items for id_, sheet in sheets.items()})
        )

    def _branches(self, nodes: Iterable[Node], items: Mapping[str, tuple[Node, ...]]) -> Iterator[Branch]:
        for node in nodes:
            if node.kind in LEAVES and node.id not in items:
                continue
            tally = self.score.nodes[node.id]
            entry = self.entries.get(node.id) or blank(node.id)
            yield Branch(
                node=node,
                tally=tally,
                verdict=verdict(self.framework, tally, asks=asks(node)),
                asked=tuple(asked_by(rule_of(node))),
                left_out=entry.left_out_reason if entry.left_out else None,
                is_sheet=node.id in items,
                stones=tuple(self._stone(item) for item in items.get(node.id, ())),
                narrative=entry.narrative,
                children=tuple(self._branches(node.children, items)),
            )

    def _stone(self, item: Node) -> Stone:
        tally = self.score.nodes[item.id]
        counts = (
            (tally.met, Standing.MET),
            (tally.partly, Standing.PARTLY),
            (tally.not_met, Standing.NOT_MET),
            (tally.not_applicable, Standing.NOT_APPLICABLE),
        )
        standing = next((standing for count, standing in counts if count), Standing.UNKNOWN)
        return Stone(item.short or item.text, standing)

    def overall(self) -> str:
        ruled = self.framework.rule is not None or any(asks(node) for node in self.framework.nodes)
        return verdict(self.framework, self.score.overall, asks=ruled)

    def tasks(self) -> tuple[Task, ...]:
        """Pages with something undecided or unsaid, apart from what was left out, stopped or does not apply."""
        return tuple(task for sheet in sheets_of(self.framework) if (task := self._task(sheet.node)))

    def _task(self, node: Node) -> Task | None:
        tally = self.score.nodes[node.id]
        path = self.framework.path(node.id)
        said = [self.entries.get(each.id) for each in path]
        applies = all(applies_to(each.applies, self.tags) for each in path)
        if tally.stopped_by or not applies or any(entry and entry.left_out for entry in said):
            return None
        asks_words = node.kind is NodeKind.QUESTION and node.narrative
        entry = said[-1]
        task = Task(node, tally.unknown, asks_words and not (entry and entry.narrative))
        return task if task.undecided or task.needs_words else None
