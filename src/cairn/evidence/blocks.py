"""The building blocks of rules (evidence.md 4.1): each looks at dates and counts, never at words, and says what it found.

Thresholds are shares from 0 to 1, counts, days or months. More supporting records never lower a finding.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise
from statistics import median

from cairn.evidence.enums import Verdict
from cairn.evidence.shape import Finding, Trace
from cairn.participants.counting import Share
from cairn.practices.days import months_later

ENOUGH = 10
"""Groups smaller than this are not compared with one another (evidence.md 4.1)."""


def exists(traces: Iterable[Trace]) -> Finding:
    """At least one."""
    found = tuple(traces)
    return Finding(Verdict.YES if found else Verdict.NO_DATA, len(found), 1, found)


def count(traces: Iterable[Trace], at_least: int, partly: int = 1) -> Finding:
    """So many; `partly` from a smaller number on."""
    found = tuple(traces)
    return Finding(
        _measured(len(found), at_least, partly) if found else Verdict.NO_DATA, len(found), at_least, found
    )


def share(
    counted: Share,
    at_least: float,
    partly: float | None = None,
    *,
    traces: Iterable[Trace] = (),
    enough: int = 1,
) -> Finding:
    """A part of a whole; fewer than `enough` in the whole say nothing either way."""
    found = tuple(traces)
    if not counted.whole:
        return Finding(Verdict.NO_DATA, 0, 0, found)
    if counted.whole < enough:
        return Finding(Verdict.TOO_FEW, counted.part, counted.whole, found)
    value = counted.part / counted.whole
    return Finding(_measured(value, at_least, partly), counted.part, counted.whole, found)


def coverage(
    needed: Collection[object],
    had: Collection[object],
    at_least: float = 1.0,
    partly: float | None = None,
    *,
    traces: Iterable[Trace] = (),
) -> Finding:
    """How much of what is needed is there. Where nothing is needed nothing is known."""
    return share(Share(len(set(needed) & set(had)), len(set(needed))), at_least, partly, traces=traces)


def cadence(
    traces: Iterable[Trace], since: date, until: date, *, every: int, gap: int | None = None
) -> Finding:
    """At least one in each `every` months that are over, and never more than `gap` months between two.

    Partly where some of these stretches have one.
    """
    found = tuple(trace for trace in traces if since <= trace.on <= until)
    stretches = _stretches(since, until, every)
    held = sum(any(begins <= trace.on < ends for trace in found) for begins, ends in stretches)
    if not found:
        return Finding(Verdict.NO_DATA, 0, len(stretches))
    whole = held == len(stretches) and not _gapes(
        [trace.on for trace in found], since, until, gap or every * 2
    )
    return Finding(Verdict.YES if whole else Verdict.PARTLY, held, len(stretches), found)


def lag(waits: Sequence[int | None], at_most: int, at_least: float | None = None) -> Finding:
    """Days that things waited, None where they still wait. With `at_least` that share in time, else the median."""
    if not waits:
        return Finding(Verdict.NO_DATA, 0, 0)
    in_time = sum(wait is not None and wait <= at_most for wait in waits)
    if at_least is not None:
        return share(Share(in_time, len(waits)), at_least)
    still = [float("inf") if wait is None else wait for wait in waits]
    return Finding(Verdict.YES if median(still) <= at_most else Verdict.NO, in_time, len(waits))


def paired_change(
    pairs: Sequence[tuple[float, float]],
    at_least: float,
    *,
    high: float,
    enough: int = ENOUGH,
    traces: Iterable[Trace] = (),
) -> Finding:
    """First and latest of the same people: better, or kept at `high` or above."""
    well = sum(last > first or last >= high for first, last in pairs)
    return share(Share(well, len(pairs)), at_least, traces=traces, enough=enough)


def gap(groups: Mapping[str, Share], at_most: float) -> Finding:
    """Points (0 to 1) between the best and the worst group; each of at least ten people, of whom there are two groups."""
    values = [group.part / group.whole for group in groups.values() if group.whole >= ENOUGH]
    if not any(group.whole for group in groups.values()):
        return Finding(Verdict.NO_DATA)
    if len(values) < 2:
        return Finding(Verdict.TOO_FEW)
    apart = round(max(values) - min(values), 9)
    return Finding(Verdict.YES if apart <= at_most else Verdict.NO, round(apart * 100))


def behind(group: Share, others: Share, at_most: float) -> Finding:
    """Points (0 to 1) by which a group of people lies behind all others; both of at least ten people. To be ahead is well."""
    if not group.whole:
        return Finding(Verdict.NO_DATA)
    if min(group.whole, others.whole) < ENOUGH:
        return Finding(Verdict.TOO_FEW)
    apart = round(others.part / others.whole - group.part / group.whole, 9)
    return Finding(Verdict.YES if apart <= at_most else Verdict.NO, max(0, round(apart * 100)))


def reviewed(traces: Iterable[Trace], today: date, months: int) -> Finding:
    """The newest is not older than so many months; what is older is partly."""
    found = tuple(traces)
    if not found:
        return Finding(Verdict.NO_DATA, 0, 1)
    fresh = sum(months_later(trace.on, months) >= today for trace in found)
    return Finding(Verdict.YES if fresh else Verdict.PARTLY, min(fresh, 1), 1, found)


def dated_before(traces: Iterable[Trace], start: date | None, at_least: int = 1) -> Finding:
    """So many before a phase began. Made later is partly; so is all of it where nobody said when the phase began."""
    found = tuple(traces)
    if not found:
        return Finding(Verdict.NO_DATA, 0, at_least)
    early = sum(start is not None and trace.on < start for trace in found)
    return Finding(Verdict.YES if early >= at_least else Verdict.PARTLY, early, at_least, found)


def uptake(given: Iterable[Trace], confirmed: Iterable[Trace], at_least: int = 1) -> Finding:
    """Of what was given, what somebody outside confirmed to use; given but unconfirmed is partly."""
    offered, taken = tuple(given), tuple(confirmed)
    if not offered and not taken:
        return Finding(Verdict.NO_DATA, 0, at_least)
    return Finding(
        Verdict.YES if len(taken) >= at_least else Verdict.PARTLY, len(taken), at_least, (*offered, *taken)
    )


def loop(
    asked: int,
    decided: int,
    told: int,
    at_least: float,
    partly: float | None = None,
    *,
    traces: Iterable[Trace] = (),
) -> Finding:
    """From input to decision to telling back: what got furthest round counts, as the weaker of the two steps."""
    return share(Share(min(decided, told), asked), at_least, partly, traces=traces)


def absent(traces: Iterable[Trace]) -> Finding:
    """For vetoes: one hit is enough, and none speaks for nothing."""
    found = tuple(traces)
    return Finding(Verdict.YES if found else Verdict.NO, len(found), 1, found)


def both(*findings: Finding) -> Finding:
    """The weakest of several, where one part asks for all of them."""
    order = (Verdict.NO_DATA, Verdict.NO, Verdict.TOO_FEW, Verdict.PARTLY, Verdict.YES)
    weakest = min(findings, key=lambda finding: order.index(finding.verdict))
    traces = tuple(dict.fromkeys(trace for finding in findings for trace in finding.traces))
    return Finding(weakest.verdict, weakest.part, weakest.whole, traces)


def _measured(value: float, at_least: float, partly: float | None) -> Verdict:
    if value >= at_least:
        return Verdict.YES
    return Verdict.PARTLY if partly is not None and value >= partly else Verdict.NO


def _stretches(since: date, until: date, months: int) -> list[tuple[date, date]]:
    """Whole stretches only: one that is not over yet asks for nothing. At least one, however short the time."""
    found: list[tuple[date, date]] = []
    begins, number = since, 1
    while (ends := months_later(since, months * number)) <= until or not found:
        found.append((begins, ends))
        begins, number = ends, number + 1
    return found


def _gapes(days: Sequence[date], since: date, until: date, months: int) -> bool:
    points = [since, *sorted(days), until]
    return any(months_later(before, months) < after for before, after in pairwise(points))
