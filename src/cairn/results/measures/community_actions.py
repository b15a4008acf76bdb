"""Actions for the common good.

Source: records of the register of community actions, by the day they were held.
"""

from datetime import date

from django.utils.translation import gettext_lazy as _

from cairn.practices.models import Practice
from cairn.registers import facts as registers
from cairn.results.enums import Gathering
from cairn.results.measures.shape import ComputedMeasure, Counted, number, since


def count(practice: Practice, start: date, end: date) -> Counted:
    held = registers.records(practice, "community_action", until=end)
    return number(len(since(held, start)), len(held))


MEASURE = ComputedMeasure(
    key="community_actions",
    name=_("Actions for the common good"),
    unit=_("actions"),
    definition=_("Community actions in the register whose day lies in the period."),
    gathering=Gathering.ADDS,
    of=count,
)
