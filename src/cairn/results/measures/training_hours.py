"""Hours of training of staff.

Source: records of the register of trainings, by day and hours.
"""

from datetime import date

from django.utils.translation import gettext_lazy as _

from cairn.practices.models import Practice
from cairn.registers import facts as registers
from cairn.results.enums import Gathering
from cairn.results.measures.shape import ComputedMeasure, Counted, added, number, since


def count(practice: Practice, start: date, end: date) -> Counted:
    given = registers.records(practice, "training", until=end)
    return number(added(row["hours"] for row in since(given, start)), len(given))


MEASURE = ComputedMeasure(
    key="training_hours",
    name=_("Hours of staff training"),
    unit=_("hours"),
    definition=_(
        "Hours of the trainings of staff whose day lies in the period, each training once however many took part."
    ),
    gathering=Gathering.ADDS,
    of=count,
)
