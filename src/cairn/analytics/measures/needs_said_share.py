"""Of the needs found, those that the person said."""

from datetime import date

from ibis import _

from cairn.analytics.measures.shape import Columns, Tally, counted
from cairn.needs.enums import Answer, Source


def tally(columns: Columns, start: date, end: date) -> Tally:
    found = columns.findings.filter(_.assessed_on.between(start, end), _.answer != Answer.NONE.value)
    return counted(found, where=_.source == Source.SAID.value)
