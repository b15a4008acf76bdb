"""Of those reached again, for how many the result still stands."""

from datetime import date

from ibis import _

from cairn.analytics.measures.shape import Columns, Tally, counted
from cairn.plans.enums import Contacted, Holds


def tally(columns: Columns, start: date, end: date) -> Tally:
    due = columns.follow_ups.filter(_.due_on.between(start, end), _.months >= 6)
    told = due.filter(_.contact == Contacted.REACHED.value, _.holds.isin([Holds.YES.value, Holds.NO.value]))
    return counted(told, where=_.holds == Holds.YES.value)
