"""From a written rule to a rule: each block asks the same function that the rules in Python ask."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from cairn.evidence import blocks
from cairn.evidence.asking import must, should, stated, traced, veto
from cairn.evidence.authored.shape import Records
from cairn.evidence.authored.vocabulary import matching, values_in
from cairn.evidence.rows import begun
from cairn.evidence.rule import Limit, Rule
from cairn.evidence.shape import Finding, Part, Task, Trace
from cairn.participants.counting import Share

if TYPE_CHECKING:
    from cairn.evidence.asking import Asking
    from cairn.evidence.authored import shape
    from cairn.registers.facts import Row

Block = Callable[["Asking", Any], Finding]


def rule_of(item: str, written: shape.AuthoredRule) -> Rule:
    def parts(asking: Asking) -> Iterator[Part]:
        for make, asked in ((must, written.must), (should, written.should)):
            for part in asked:
                yield make(part.key, part.asks, _found(asking, part), *_tasks(part))
        for part in written.veto:
            yield veto(part.key, part.asks, _against(_found(asking, part)))
        if written.statement:
            yield stated(asking, written.statement)

    limits = {name: Limit(limit.says, limit.unit) for name, limit in written.limits.items()}
    return Rule(item=item, limits=limits, parts=parts)


def values_of(written: shape.AuthoredRule) -> dict[str, float]:
    """The limits' values, as those of the rules in Python stand in `limits/`."""
    return {"fresh_for": written.fresh_for, **{name: limit.value for name, limit in written.limits.items()}}


def _found(asking: Asking, part: shape.AuthoredPart) -> Finding:
    [(name, block)] = part.blocks.items()
    return BLOCKS[name](asking, block)


def _against(found: Finding) -> Finding:
    """For a veto: nothing recorded speaks against nothing."""
    return found if found.traces or found.part else blocks.absent(())


def _tasks(part: shape.AuthoredPart) -> tuple[Task, ...]:
    return (Task(part.missing.says, "record_new", (part.missing.open,)),) if part.missing else ()


def _rows(asking: Asking, asked: Records) -> list[Row]:
    records = asking.records
    there = records.lately(asked.what, asked.months) if asked.months else records.rows(asked.what)
    return matching(there, asked.where)


def _traces(asking: Asking, asked: Records) -> tuple[Trace, ...]:
    return traced(_rows(asking, asked), asked.side)


def _number(asking: Asking, said: float | str) -> float:
    return asking.limit(said) if isinstance(said, str) else said


def _whole(asking: Asking, said: float | str) -> int:
    return int(_number(asking, said))


def _if_said(asking: Asking, said: float | str | None) -> float | None:
    return None if said is None else _number(asking, said)


def _limits(asking: Asking, block: shape.ShareOf | shape.Coverage | shape.Loop) -> tuple[float, float | None]:
    """From where on it is met, and from where on partly."""
    return _number(asking, block.at_least), _if_said(asking, block.partly)


def _exists(asking: Asking, block: shape.Exists) -> Finding:
    return blocks.exists(_traces(asking, block))


def _count(asking: Asking, block: shape.Count) -> Finding:
    return blocks.count(_traces(asking, block), _whole(asking, block.at_least), _whole(asking, block.partly))


def _share(asking: Asking, block: shape.ShareOf) -> Finding:
    rows = _rows(asking, block)
    part = matching(rows, block.part)
    return blocks.share(
        Share(len(part), len(rows)),
        *_limits(asking, block),
        traces=traced(part, block.side),
        enough=block.enough,
    )


def _coverage(asking: Asking, block: shape.Coverage) -> Finding:
    rows = _rows(asking, block)
    if not rows:
        return blocks.exists(())
    return blocks.coverage(
        block.needed, values_in(rows, block.field), *_limits(asking, block), traces=traced(rows, block.side)
    )


def _cadence(asking: Asking, block: shape.Cadence) -> Finding:
    gap = None if block.gap is None else _whole(asking, block.gap)
    traces = _traces(asking, block)
    return blocks.cadence(traces, begun(asking), asking.today, every=_whole(asking, block.every), gap=gap)


def _lag(asking: Asking, block: shape.Lag) -> Finding:
    rows = [row for row in _rows(asking, block) if row[block.start]]
    waits = [(row[block.end] - row[block.start]).days if row[block.end] else None for row in rows]
    return blocks.lag(waits, _whole(asking, block.at_most), _if_said(asking, block.at_least))


def _paired_change(asking: Asking, block: shape.PairedChange) -> Finding:
    rows = [row for row in _rows(asking, block) if None not in {row[block.first], row[block.last]}]
    pairs = [(float(row[block.first]), float(row[block.last])) for row in rows]
    return blocks.paired_change(
        pairs, _number(asking, block.at_least), high=block.high, traces=traced(rows, block.side)
    )


def _gap(asking: Asking, block: shape.Gap) -> Finding:
    rows = _rows(asking, block)
    groups: dict[str, Share] = {}
    for value in sorted(values_in(rows, block.by)):
        of_group = [row for row in rows if value in values_in([row], block.by)]
        groups[value] = Share(len(matching(of_group, block.part)), len(of_group))
    return blocks.gap(groups, _number(asking, block.at_most))


def _reviewed(asking: Asking, block: shape.Reviewed) -> Finding:
    rows = _rows(asking, block)
    if not block.on:
        traces = traced(rows, block.side)
    else:
        traces = tuple(Trace(row[block.on], row.entered_on, block.side) for row in rows if row[block.on])
    return blocks.reviewed(traces, asking.today, _whole(asking, block.within))


def _loop(asking: Asking, block: shape.Loop) -> Finding:
    rows = _rows(asking, block)
    decided = matching(rows, block.decided)
    told = matching(rows, block.told)
    return blocks.loop(
        len(rows), len(decided), len(told), *_limits(asking, block), traces=traced(rows, block.side)
    )


def _dated_before(asking: Asking, block: shape.DatedBefore) -> Finding:
    starts = asking.practice.starts_on
    return blocks.dated_before(_traces(asking, block), starts, _whole(asking, block.at_least))


def _uptake(asking: Asking, block: shape.Uptake) -> Finding:
    given, confirmed = _traces(asking, block.given), _traces(asking, block.confirmed)
    return blocks.uptake(given, confirmed, _whole(asking, block.at_least))


BLOCKS: Mapping[str, Block] = {
    "exists": _exists, "count": _count, "share": _share, "coverage": _coverage, "cadence": _cadence, "lag": _lag,
    "paired_change": _paired_change, "gap": _gap, "reviewed": _reviewed, "loop": _loop, "dated_before": _dated_before,
    "uptake": _uptake,
}  # fmt: skip
