"""From parts to a suggestion: outcome, strength, freshness (evidence.md 4.1)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from cairn.evidence.enums import Outcome, Side, Strength, Verdict, Weight
from cairn.evidence.shape import Judged, Part, Trace

WITHIN = {Verdict.YES, Verdict.PARTLY}


def judged(parts: Sequence[Part], *, fresh_for: int, today: date, assessed_on: date | None = None) -> Judged:
    """What the parts come to. `fresh_for` is in days: the newest record older than that makes it stale, one level weaker."""
    traces = tuple(
        dict.fromkeys(
            trace for part in parts if part.weight is not Weight.VETO for trace in part.found.traces
        )
    )
    newest = max((trace.on for trace in traces), default=None)
    stale_on = newest + timedelta(days=fresh_for + 1) if newest else None
    stale = stale_on is not None and stale_on <= today
    backdated = sum(trace.is_backdated(assessed_on) for trace in traces) * 2 > len(traces)
    outcome = _outcome(parts)
    return Judged(
        outcome=outcome,
        strength=_strength(parts, outcome, traces, stale=stale, backdated=backdated),
        parts=tuple(parts),
        newest=newest,
        median=sorted(trace.on for trace in traces)[(len(traces) - 1) // 2] if traces else None,
        stale=stale,
        stale_on=stale_on,
        backdated=backdated,
    )


def _outcome(parts: Sequence[Part]) -> Outcome:
    if any(part.found.verdict is Verdict.YES for part in _of(parts, Weight.VETO)):
        return Outcome.CONTRADICTED
    stated = [part.found.verdict for part in _of(parts, Weight.STATEMENT)]
    musts = [part.found.verdict for part in _of(parts, Weight.MUST)]
    if not musts:
        return Outcome.SUPPORTED if Verdict.YES in stated else Outcome.HUMAN_ONLY
    if all(verdict is Verdict.NO_DATA for verdict in musts):
        return Outcome.NO_DATA
    if all(verdict is Verdict.YES for verdict in (*musts, *stated)):
        return Outcome.SUPPORTED
    if any(verdict in WITHIN for verdict in musts):
        return Outcome.PARTLY
    return Outcome.NOT_SUPPORTED if Verdict.NO in musts else Outcome.TOO_FEW


def _strength(
    parts: Sequence[Part], outcome: Outcome, traces: Sequence[Trace], *, stale: bool, backdated: bool
) -> Strength:
    if outcome not in {Outcome.SUPPORTED, Outcome.PARTLY}:
        return Strength.NOTHING
    level = Strength.TOLD
    if outcome is Outcome.SUPPORTED and _of(parts, Weight.MUST):
        level = Strength.COUNTED
        shoulds = [part.found.verdict for part in _of(parts, Weight.SHOULD)]
        second = {trace.side for trace in traces} - {Side.TEAM}
        if second and all(verdict is Verdict.YES for verdict in shoulds):
            level = Strength.CONFIRMED
    if backdated:
        level = min(level, Strength.TOLD)
    return Strength(max(level - stale, Strength.NOTHING))


def _of(parts: Sequence[Part], weight: Weight) -> list[Part]:
    return [part for part in parts if part.weight is weight]
