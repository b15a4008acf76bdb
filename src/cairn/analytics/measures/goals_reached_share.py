"""Of the personal goals that were due, those reached."""

from datetime import date

from ibis import _

from cairn.analytics.measures.shape import Columns, Tally, counted, goals_by
from cairn.plans.enums import GoalState


def tally(columns: Columns, start: date, end: date) -> Tally:
    due = goals_by(columns, end).filter(_.due_on.between(start, end))
    return counted(due, where=_.state == GoalState.REACHED.value)
