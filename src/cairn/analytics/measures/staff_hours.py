"""Hours that staff worked."""

from datetime import date

from ibis import _

from cairn.analytics.measures.shape import Columns, Tally, added


def tally(columns: Columns, start: date, end: date) -> Tally:
    return added(columns.staff_time.filter(_.month <= end), "hours", where=_.month >= start.replace(day=1))
