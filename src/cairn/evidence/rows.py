"""What several rules ask of records: which were due and done, and since when a practice can be looked at."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from cairn.evidence.asking import traced
from cairn.evidence.enums import Side
from cairn.evidence.shape import Trace
from cairn.participants.counting import Share

if TYPE_CHECKING:
    from cairn.evidence.asking import Asking
    from cairn.registers.facts import Row


def begun(asking: Asking) -> date:
    """The first day of the window, or the practice's first day where that is later: nothing can be asked of the time before."""
    starts = asking.practice.starts_on
    return max(asking.since, min(starts, asking.today)) if starts else asking.since


def done(rows: Iterable[Row], today: date) -> Share:
    """Tasks done, of those that are done or should be by now; one without a day should be."""
    asked = _asked(rows, today)
    return Share(sum(row.closed_on is not None for row in asked), len(asked))


def done_in_time(rows: Iterable[Row], today: date) -> Share:
    """Tasks done by their day, of those whose day has come or that are done; one without a day is in time once it is done."""
    asked = _asked(rows, today)
    in_time = [row for row in asked if row.closed_on and row.closed_on <= (row.due_on or row.closed_on)]
    return Share(len(in_time), len(asked))


def _asked(rows: Iterable[Row], today: date) -> list[Row]:
    return [row for row in rows if row.closed_on or row.due_on is None or row.due_on <= today]


def naming(rows: Iterable[Row], field: str, targets: Iterable[Row]) -> list[Row]:
    """Those rows whose field names one of these records."""
    wanted = {target.id for target in targets}
    return [row for row in rows if wanted & set(row[field])]


def read_again(documents: Iterable[Row]) -> tuple[Trace, ...]:
    """Documents by the day on which each was last read again, else on which it came into force."""
    return tuple(
        Trace(row["reviewed_on"] or row["adopted_on"], row.entered_on, record=row.id) for row in documents
    )


def jointly(meetings: Iterable[Row]) -> tuple[Trace, ...]:
    """Meetings; where outside organisations were there and can read the figures or the minutes, they hold the same record."""
    return tuple(
        trace
        for row in meetings
        for trace in traced([row], Side.PARTNERS if row["organisations"] and row["address"] else Side.TEAM)
    )
