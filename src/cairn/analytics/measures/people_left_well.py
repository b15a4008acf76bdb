"""Who left to work, training, studies or recognition."""

from datetime import date

from ibis import _

from cairn.analytics.measures.shape import Columns, Tally, left, people, there_by, whoever
from cairn.plans.enums import POSITIVE


def tally(columns: Columns, start: date, end: date) -> Tally:
    well = left(columns, start, end).filter(_.result.isin([result.value for result in POSITIVE]))
    everyone = there_by(columns, end)
    return people(whoever(everyone, well), everyone)
