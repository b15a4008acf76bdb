"""Who has a work plan."""

from datetime import date

from ibis import _

from cairn.analytics.measures.shape import Columns, Tally, people, there_on, whoever


def tally(columns: Columns, start: date, end: date) -> Tally:
    still_open = _.ended_on.isnull() | (_.ended_on > end)
    planned = columns.plans.filter(_.begun_on <= end, still_open)
    present = there_on(columns, end)
    return people(whoever(present, planned), present)
