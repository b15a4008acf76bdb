"""Of the sessions that needed a mediator, those in which one was present."""

from datetime import date

from ibis import _

from cairn.activities.enums import Needed
from cairn.analytics.measures.shape import Columns, Tally, counted


def tally(columns: Columns, start: date, end: date) -> Tally:
    needing = columns.sessions.filter(_.held_on.between(start, end), _.mediator_needed == Needed.YES.value)
    return counted(needing, where=_.mediator)
