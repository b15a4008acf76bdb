"""Hours that volunteers gave.

Source: records of the register of volunteers' time, by its last day and hours.
"""

from datetime import date

from django.utils.translation import gettext_lazy as _

from cairn.practices.models import Practice
from cairn.registers import facts as registers
from cairn.results.enums import Gathering
from cairn.results.measures.shape import ComputedMeasure, Counted, added, number, since


def count(practice: Practice, start: date, end: date) -> Counted:
    given = registers.records(practice, "volunteer_time", until=end)
    return number(added(row["hours"] for row in since(given, start)), len(given))


MEASURE = ComputedMeasure(
    key="volunteer_hours",
    name=_("Hours given by volunteers"),
    unit=_("hours"),
    definition=_("Hours of volunteers in the register whose last day lies in the period."),
    gathering=Gathering.ADDS,
    of=count,
)
