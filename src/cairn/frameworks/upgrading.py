"""What becomes of each node, and of what was said of it, from one version of a framework to a later one.

Pure comparison: no database is asked and nothing is changed. What the author of the later version says in its `changes`
comes first; the rest is found by ids and texts: same id and same text is kept, same id and other text is reworded, an id
that is gone is retired, a fresh one is new. A kept item whose scale changed is treated as reworded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cairn.frameworks.enums import Fate, NodeKind, Standing, Treatment
from cairn.frameworks.shape import Framework, Node, Scale


@dataclass(frozen=True, slots=True)
class Step:
    """One node, or the nodes that one was split into or that were merged into one."""

    fate: Fate
    was: tuple[Node, ...]
    """In the former version; empty for a new node."""
    now: tuple[Node, ...]
    """In the later version; empty for a retired node."""
    treatment: Treatment
    note: str = ""
    """The author's own words."""
    said: bool = False
    """Whether the author said so, rather than ids and texts."""
    scale_changed: bool = False

    @property
    def kind(self) -> NodeKind:
        return (self.now or self.was)[0].kind

    @property
    def needs_look(self) -> bool:
        return self.treatment in {Treatment.PROPOSED, Treatment.PROPOSED_IF_AGREED}


@dataclass(frozen=True, slots=True)
class UpgradePlan:
    """In the later version's reading order, retired nodes last."""

    old: Framework
    new: Framework
    steps: tuple[Step, ...]

    @property
    def counts(self) -> dict[Fate, int]:
        """Steps of items by fate; a fate that befell none is 0."""
        of_items = [step.fate for step in self.steps if step.kind is NodeKind.ITEM]
        return {fate: of_items.count(fate) for fate in Fate}

    @property
    def dropped(self) -> tuple[Node, ...]:
        """Items of the former version that the later one has no place for."""
        return tuple(
            node
            for step in self.steps
            if step.fate is Fate.RETIRED
            for node in step.was
            if node.kind is NodeKind.ITEM
        )

    def landing(self, step: Step, levels: Iterable[str], item_id: str) -> str:
        """The level on which marks of the former items land on one item of the later version.

        Empty where nothing was decided, where the marks differ, and where the later scale has no such level or
        understands it otherwise. Only for items; `levels` are those of `step.was`.
        """
        found = set(levels)
        level = found.pop() if len(found) == 1 else ""
        return level if level and self._means_the_same(step, level, item_id) else ""

    def _means_the_same(self, step: Step, level: str, item_id: str) -> bool:
        before = {self.old.standing(node.id, level) for node in step.was}
        after = self.new.standing(item_id, level)
        return before == {after} and after is not Standing.UNKNOWN


def plan(old: Framework, new: Framework) -> UpgradePlan:
    """How an assessment by `old` goes over to `new`, two versions of one framework. Total: every node has a step."""
    said = _said(old, new)
    placed = {node.id for step in said for node in step.now}
    left = {node.id for step in said for node in step.was}
    steps = list(said)
    for node in new.walk():
        before = None if node.id in left else old.by_id.get(node.id)
        if node.id in placed:
            continue
        if before is None or before.kind is not node.kind:
            steps.append(Step(Fate.NEW, (), (node,), Treatment.UNDECIDED))
        else:
            left.add(node.id)
            steps.append(_compared(old, new, before, node))
    steps += [Step(Fate.RETIRED, (node,), (), Treatment.STAYS) for node in old.walk() if node.id not in left]
    order = {node.id: place for place, node in enumerate(new.walk())}
    last = len(order)
    return UpgradePlan(
        old,
        new,
        tuple(sorted(steps, key=lambda step: order[step.now[0].id] if step.now else last)),
    )


def _compared(old: Framework, new: Framework, before: Node, after: Node) -> Step:
    same = " ".join(before.text.split()) == " ".join(after.text.split())
    fate = Fate.KEPT if same else Fate.REWORDED
    return _step(old, new, fate, (before,), (after,))


def _said(old: Framework, new: Framework) -> tuple[Step, ...]:
    """The author's own entries, where they are about these two versions and name nodes that are there."""
    changes = new.changes
    if changes is None or (old.id, old.version) != (new.id, changes.former):
        return ()
    return tuple(
        _step(
            old,
            new,
            entry.kind,
            tuple(old.by_id[node_id] for node_id in entry.was),
            tuple(new.by_id[node_id] for node_id in entry.now),
            note=entry.note,
            said=True,
        )
        for entry in changes.entries
        if old.by_id.keys() >= {*entry.was} and new.by_id.keys() >= {*entry.now}
    )


def _step(
    old: Framework,
    new: Framework,
    fate: Fate,
    was: tuple[Node, ...],
    now: tuple[Node, ...],
    *,
    note: str = "",
    said: bool = False,
) -> Step:
    changed = len(set(_scales(old, was)) | set(_scales(new, now))) > 1 if was and now else False
    treatment = _treatment(fate, (now or was)[0].kind)
    if fate is Fate.KEPT and changed:
        treatment = Treatment.PROPOSED
    return Step(fate, was, now, treatment, note, said, changed)


def _scales(framework: Framework, nodes: Iterable[Node]) -> Iterator[tuple[object, ...]]:
    """What makes two scales the same to a mark: their levels, what each says, and its points."""
    for node in nodes:
        if node.kind is NodeKind.ITEM:
            yield _measure(framework.scales_by_item[node.id])


def _measure(scale: Scale) -> tuple[object, ...]:
    return tuple((level.id, level.standing, level.value) for level in scale.levels)


def _treatment(fate: Fate, kind: NodeKind) -> Treatment:
    """Marks are confirmed by a person once the words changed. An answer in words goes along, for its author to read
    again, but cannot be cut in parts or put together by a machine."""
    if kind is not NodeKind.ITEM and fate is Fate.REWORDED:
        return Treatment.CARRIED
    if kind is not NodeKind.ITEM and fate in {Fate.SPLIT, Fate.MERGED}:
        return Treatment.UNDECIDED
    return TREATMENTS[fate]


TREATMENTS = {
    Fate.KEPT: Treatment.CARRIED,
    Fate.REWORDED: Treatment.PROPOSED,
    Fate.SPLIT: Treatment.PROPOSED,
    Fate.MERGED: Treatment.PROPOSED_IF_AGREED,
    Fate.NEW: Treatment.UNDECIDED,
    Fate.RETIRED: Treatment.STAYS,
}
