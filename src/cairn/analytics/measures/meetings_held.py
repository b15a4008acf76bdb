"""Meetings with partners and others."""

from datetime import date

from ibis import _

from cairn.analytics.measures.shape import Columns, Tally, counted, of_kind


def tally(columns: Columns, start: date, end: date) -> Tally:
    return counted(of_kind(columns, "meeting", end), where=_.happened_on >= start)
