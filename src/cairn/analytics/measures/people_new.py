"""Who began to take part."""

from datetime import date

from ibis import _

from cairn.analytics.measures.shape import Columns, Tally, people, there_by


def tally(columns: Columns, start: date, end: date) -> Tally:
    everyone = there_by(columns, end)
    return people(everyone.filter(_.enrolled_on >= start), everyone)
