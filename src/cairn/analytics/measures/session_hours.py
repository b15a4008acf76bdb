"""Hours of the sessions that were held."""

from datetime import date

from ibis import _

from cairn.analytics.measures.shape import Columns, Tally, added


def tally(columns: Columns, start: date, end: date) -> Tally:
    told = columns.sessions.filter(_.held_on <= end, _.hours.notnull())
    return added(told, "hours", where=_.held_on >= start)
