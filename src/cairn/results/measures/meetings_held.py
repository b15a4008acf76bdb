"""Meetings with partners and others.

Source: records of the register of meetings, by their day.
"""

from datetime import date

from django.utils.translation import gettext_lazy as _

from cairn.practices.models import Practice
from cairn.registers import facts as registers
from cairn.results.enums import Gathering
from cairn.results.measures.shape import ComputedMeasure, Counted, number, since


def count(practice: Practice, start: date, end: date) -> Counted:
    held = registers.records(practice, "meeting", until=end)
    return number(len(since(held, start)), len(held))


MEASURE = ComputedMeasure(
    key="meetings_held",
    name=_("Meetings held"),
    unit=_("meetings"),
    definition=_("Meetings in the register whose day lies in the period."),
    gathering=Gathering.ADDS,
    of=count,
)
