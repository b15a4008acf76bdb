"""Of those who left, who left to something good."""

from datetime import date

from ibis import _

from cairn.analytics.measures.shape import Columns, Tally, counted, left
from cairn.plans.enums import POSITIVE


def tally(columns: Columns, start: date, end: date) -> Tally:
    well = [result.value for result in POSITIVE]
    return counted(left(columns, start, end), where=_.result.isin(well))
