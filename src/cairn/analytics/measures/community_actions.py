"""Actions for the common good."""

from datetime import date

from ibis import _

from cairn.analytics.measures.shape import Columns, Tally, counted, of_kind


def tally(columns: Columns, start: date, end: date) -> Tally:
    return counted(of_kind(columns, "community_action", end), where=_.happened_on >= start)
