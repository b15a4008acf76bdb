"""Of the due goals that come before work, those reached."""

from datetime import date

from ibis import _

from cairn.analytics.measures.shape import Columns, Tally, counted, goals_by
from cairn.plans.enums import PRECONDITIONS, GoalState


def tally(columns: Columns, start: date, end: date) -> Tally:
    first = [kind.value for kind in PRECONDITIONS]
    due = goals_by(columns, end).filter(_.due_on.between(start, end), _.kind.isin(first))
    return counted(due, where=_.state == GoalState.REACHED.value)
