"""Hours that volunteers gave."""

from datetime import date

from ibis import _

from cairn.analytics.measures.shape import Columns, Tally, added, of_kind


def tally(columns: Columns, start: date, end: date) -> Tally:
    return added(of_kind(columns, "volunteer_time", end), "hours", where=_.happened_on >= start)
