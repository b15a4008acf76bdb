"""Needs that were met."""

from datetime import date

from ibis import _

from cairn.analytics.measures.shape import Columns, Tally, counted
from cairn.needs.enums import Status


def tally(columns: Columns, start: date, end: date) -> Tally:
    found = columns.needs.filter(_.found_on <= end)
    return counted(found, where=(_.status == Status.MET.value) & _.status_on.between(start, end))
