"""Who takes part at the end of the period."""

from datetime import date

from cairn.analytics.measures.shape import Columns, Tally, people, there_by, there_on


def tally(columns: Columns, start: date, end: date) -> Tally:
    return people(there_on(columns, end), there_by(columns, end))
