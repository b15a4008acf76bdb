"""Objectives: every indicator at the end of the period, beside what should have been reached by then."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from cairn.participants.counting import Share
from cairn.progress.figures.shape import Asking, Found, Group, Head
from cairn.progress.figures.telling import count, exact, listed, sentences, share, short
from cairn.progress.shape import Ask, Cell
from cairn.results.chart import course
from cairn.results.enums import Status
from cairn.results.periods import report
from cairn.results.reckoning import plain, points_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from decimal import Decimal

    from cairn.results.models import Indicator
    from cairn.results.periods import Row
    from cairn.results.reckoning import Point, Variance

JUDGED = {Status.REACHED, Status.ON_TRACK, Status.BEHIND}


def _find(asking: Asking) -> Found:
    rows = report(asking.practice, *asking.days, openly=False)
    courses = list(_courses([row.indicator for row in rows], asking.ends_on))
    measured = [row for row in rows if row.point]
    judged = [row for row in measured if row.point and row.point.status in JUDGED]
    well = [row for row in judged if row.point and row.point.status != Status.BEHIND]
    on_track = Share(len(well), len(judged))
    off = [row for row in measured if row.point and row.point.variance and row.point.variance.notable]
    return Found(
        source=_(
            "Indicators, targets and the measurements that lie within the period. Small counts of people are not told."
        ),
        values={
            "indicators": count(len(rows)) if rows else count(None),
            "measured": share(Share(len(measured), len(rows))),
            "on_track": share(on_track),
        },
        rows={
            "indicators": [_cells(row) for row in rows],
            "course": [
                (
                    str(indicator),
                    short(point.measurement.ends_on),
                    point.actual.words,
                    str(point.status.label),
                )
                for indicator, points in courses
                for point in points
            ],
        },
        charts={
            "course": [
                course(indicator, points)
                for indicator, points in courses
                if any(point.actual.value is not None for point in points)
            ]
        },
        draft=_draft(rows, measured, on_track, off),
        asks=tuple(
            Ask(f"objectives-{row.indicator.pk}", _off(row))
            for row in off
            if row.point and row.point.asks_reason
        ),
    )


def _courses(indicators: Iterable[Indicator], until: date) -> Iterator[tuple[Indicator, list[Point]]]:
    """Those that were ever measured, with every measurement so far."""
    for indicator in indicators:
        points = [one for one in points_of(indicator, openly=False) if one.measurement.ends_on <= until]
        if points:
            yield indicator, points


def _cells(row: Row) -> tuple[Cell, ...]:
    point, target = row.point, row.target
    variance = point.variance if point else None
    return (
        str(row.indicator.objective),
        str(row.indicator),
        row.baseline.words,
        plain(target.value) if target else None,
        short(target.due_on) if target else None,
        row.period.words,
        _so_far(row),
        exact(row.expected),
        exact(variance.value) if variance else None,
        exact(variance.percent) if variance else None,
        str(point.status.label) if point else _("not measured"),
        point.measurement.variance_reason if point else "",
    )


def _so_far(row: Row) -> str:
    if row.point is None:
        return _("not known")
    words = row.point.actual.words
    return _("at least %(value)s") % {"value": words} if row.point.at_least else words


def _off(row: Row) -> str:
    """One that went far otherwise, in a sentence; only of those with a variance."""
    point = cast("Point", row.point)
    return _("%(indicator)s: %(value)s, where %(expected)s was expected (%(percent)s %%)") % {
        "indicator": row.indicator,
        "value": point.actual.words,
        "expected": plain(cast("Decimal", point.expected)),
        "percent": f"{cast('Variance', point.variance).percent:+.0f}",
    }


def _draft(rows: list[Row], measured: list[Row], on_track: Share, off: list[Row]) -> str:
    if not rows:
        return _("No indicator is recorded yet.")
    told = ngettext(
        "Of %(all)s indicator, %(measured)s was measured in this period.",
        "Of %(all)s indicators, %(measured)s were measured in this period.",
        len(rows),
    ) % {"all": len(rows), "measured": len(measured)}
    track = _("Reached or on track: %(share)s.") % {"share": share(on_track).words} if on_track.whole else ""
    head = (
        _("These went more than 20 per cent otherwise than expected by the end of the period:") if off else ""
    )
    return "\n\n".join(
        one for one in (sentences(told, track), head and f"{head}\n\n{listed(map(_off, off))}") if one
    )


GROUP = Group(
    key="objectives",
    name=gettext_lazy("Objectives and indicators"),
    find=_find,
    figures={
        "indicators": gettext_lazy("Indicators"),
        "measured": gettext_lazy("Measured in this period"),
        "on_track": gettext_lazy("Reached or on track, of those measured against a target"),
    },
    tables={
        "indicators": Head(
            gettext_lazy("Indicators at the end of the period"),
            (
                gettext_lazy("Objective"),
                gettext_lazy("Indicator"),
                gettext_lazy("Before it began"),
                gettext_lazy("Target"),
                gettext_lazy("Due on"),
                gettext_lazy("In this period"),
                gettext_lazy("By the end of it"),
                gettext_lazy("Expected by then"),
                gettext_lazy("Variance"),
                gettext_lazy("Variance in per cent"),
                gettext_lazy("Standing"),
                gettext_lazy("Why it went otherwise"),
            ),
        ),
        "course": Head(
            gettext_lazy("Progress towards targets"),
            (
                gettext_lazy("Indicator"),
                gettext_lazy("Until"),
                gettext_lazy("Reached"),
                gettext_lazy("Standing"),
            ),
            gettext_lazy(
                "Full line: what was measured. Dashed line: the way to the target. Diamond: the target."
            ),
        ),
    },
)
