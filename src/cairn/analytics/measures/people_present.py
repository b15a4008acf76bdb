"""Who came to a session."""

from datetime import date

from ibis import _

from cairn.activities.enums import Presence
from cairn.analytics.measures.shape import Columns, Tally, people, whoever


def tally(columns: Columns, start: date, end: date) -> Tally:
    ever = columns.attendance.filter(_.state == Presence.PRESENT.value, _.held_on <= end)
    return people(whoever(columns.people, ever.filter(_.held_on >= start)), ever)
