"""Sessions that were held."""

from datetime import date

from ibis import _

from cairn.analytics.measures.shape import Columns, Tally, counted


def tally(columns: Columns, start: date, end: date) -> Tally:
    return counted(columns.sessions.filter(_.held_on <= end), where=_.held_on >= start)
