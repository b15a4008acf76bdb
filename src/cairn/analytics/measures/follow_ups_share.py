"""Of the follow-ups due, those in which the person was reached."""

from datetime import date

from ibis import _

from cairn.analytics.measures.shape import Columns, Tally, counted
from cairn.plans.enums import Contacted


def tally(columns: Columns, start: date, end: date) -> Tally:
    due = columns.follow_ups.filter(_.due_on.between(start, end))
    return counted(due, where=_.contact == Contacted.REACHED.value)
