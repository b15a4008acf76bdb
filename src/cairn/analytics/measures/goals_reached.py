"""Personal goals that were reached."""

from datetime import date

from ibis import _

from cairn.analytics.measures.shape import Columns, Tally, counted, goals_by
from cairn.plans.enums import GoalState


def tally(columns: Columns, start: date, end: date) -> Tally:
    reached = (_.state == GoalState.REACHED.value) & _.closed_on.between(start, end)
    return counted(goals_by(columns, end), where=reached)
