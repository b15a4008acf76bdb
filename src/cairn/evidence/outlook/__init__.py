"""From what stands to what comes: what is solid, what gets too old, and which task would carry most."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from cairn.evidence.enums import Outcome, Side, Strength, Verdict
from cairn.evidence.judging import judged
from cairn.evidence.shape import Finding, Task, Trace
from cairn.frameworks.shape import Node

if TYPE_CHECKING:
    from cairn.evidence.shape import Judged, Part
    from cairn.frameworks.shape import Framework

SOON = 31
"""Days within which evidence that gets too old is told."""
ORDER = (
    Outcome.CONTRADICTED,
    Outcome.NOT_SUPPORTED,
    Outcome.NO_DATA,
    Outcome.HUMAN_ONLY,
    Outcome.TOO_FEW,
    Outcome.PARTLY,
    Outcome.SUPPORTED,
)
"""From the weakest to the strongest."""
FOR_EVER = 36_500


@dataclass(frozen=True, slots=True)
class Gain:
    """What would come of doing all that is missing on one page."""

    tasks: tuple[Task, ...]
    """What is missing there, in different words for different items."""
    items: tuple[str, ...]
    """Ids of the items that would get a better outcome or more strength."""
    levels: int
    """Levels of strength that would be won, all items together."""


@dataclass(frozen=True, slots=True)
class Share:
    """One criterion: how many of its items that have a rule stand how."""

    node: Node
    items: int
    solid: int
    weak: int
    """Partly supported, told only, or too old."""
    open: int
    """Nothing carries them: nothing recorded, too few, not supported, contradicted, or nobody signed yet."""


def is_solid(found: Judged) -> bool:
    """Supported by counted records that are fresh."""
    return found.outcome is Outcome.SUPPORTED and found.strength >= Strength.COUNTED and not found.stale


def gets_old(found: Mapping[str, Judged], today: date) -> list[tuple[str, date]]:
    """Items whose evidence is fresh today and too old within a month unless something newer comes, the soonest first."""
    days = [
        (item, one.stale_on)
        for item, one in found.items()
        if one.stale_on is not None and today < one.stale_on <= today + timedelta(days=SOON)
    ]
    return sorted(days, key=lambda pair: (pair[1], pair[0]))


def by_criterion(framework: Framework, found: Mapping[str, Judged]) -> list[Share]:
    """In the framework's order; a criterion of whose items none has a rule is not there."""
    told = []
    for node in framework.nodes:
        own = [found[item.id] for item in node.items if item.id in found]
        solid = sum(map(is_solid, own))
        held = sum(one.outcome in {Outcome.SUPPORTED, Outcome.PARTLY} for one in own)
        if own:
            told.append(Share(node, len(own), solid, held - solid, len(own) - held))
    return told


def gains(found: Mapping[str, Judged], today: date) -> list[Gain]:
    """Every page on which something is missing, the one that would win most first; those that win nothing alone are not there.

    It is supposed that all that is missing there were done today, and each part for which it is asked were met by it.
    """
    pages = dict.fromkeys(_where(task) for one in found.values() for task in one.missing)
    worth = [gain for page in pages if (gain := _gain(found, page, today)).items]
    return sorted(worth, key=lambda gain: (-gain.levels, -len(gain.items), gain.items))


def _where(task: Task) -> tuple[str, ...]:
    return (task.page, *task.more) if task.page else ("", str(task.text))


def _gain(found: Mapping[str, Judged], page: tuple[str, ...], today: date) -> Gain:
    tasks: list[Task] = []
    items = []
    levels = 0
    for item, one in found.items():
        own = [task for task in one.missing if _where(task) == page]
        then = _done(one, own, today) if own else one
        if rank(then.outcome, then.strength) > rank(one.outcome, one.strength):
            tasks += own
            items.append(item)
            levels += then.strength - one.strength
    return Gain(tuple(dict.fromkeys(tasks)), tuple(items), levels)


def rank(outcome: Outcome, strength: int) -> tuple[int, int]:
    """How well something stands, to be compared."""
    return ORDER.index(outcome), strength


def _done(found: Judged, tasks: Sequence[Task], today: date) -> Judged:
    return judged(list(_met(found.parts, tasks, today)), fresh_for=FOR_EVER, today=today)


def _met(parts: Iterable[Part], tasks: Sequence[Task], today: date) -> Iterable[Part]:
    for part in parts:
        if set(part.missing) & set(tasks):
            traces = (*part.found.traces, Trace(today, today, Side.TEAM))
            yield replace(part, found=Finding(Verdict.YES, traces=traces), missing=())
        else:
            yield part
