"""Staff who took part in a training.

Source: records of the register of trainings, by day and the members of staff they name.
"""

from datetime import date

from django.utils.translation import gettext_lazy as _

from cairn.practices.models import Practice
from cairn.registers import facts as registers
from cairn.results.enums import Gathering
from cairn.results.measures.shape import ComputedMeasure, Counted, number, since


def count(practice: Practice, start: date, end: date) -> Counted:
    given = registers.records(practice, "training", until=end)
    trained = {member for row in since(given, start) for member in row["members"]}
    return number(len(trained), len(given))


MEASURE = ComputedMeasure(
    key="staff_trained",
    name=_("Staff trained"),
    unit=_("staff"),
    definition=_("Members of staff named in at least one training whose day lies in the period, each once."),
    gathering=Gathering.SO_FAR,
    of=count,
)
