"""Of all personal goals, those that the person chose."""

from datetime import date

from ibis import _

from cairn.analytics.measures.shape import Columns, Tally, counted, goals_by
from cairn.plans.enums import Chooser


def tally(columns: Columns, start: date, end: date) -> Tally:
    theirs = [Chooser.PERSON.value, Chooser.TOGETHER.value]
    return counted(goals_by(columns, end), where=_.chosen_by.isin(theirs))
