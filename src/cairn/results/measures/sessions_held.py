"""Sessions that were held.

Source: sessions held, by their day.
"""

from datetime import date

from django.utils.translation import gettext_lazy as _

from cairn.activities.facts.held import held
from cairn.practices.models import Practice
from cairn.results.enums import Gathering
from cairn.results.measures.shape import ComputedMeasure, Counted, number


def count(practice: Practice, start: date, end: date) -> Counted:
    ever = held(practice.pk, date.min, end)
    return number(ever.filter(planned_on__gte=start).count(), ever.count())


MEASURE = ComputedMeasure(
    key="sessions_held",
    name=_("Sessions held"),
    unit=_("sessions"),
    definition=_("Sessions of all activities whose day lies in the period and that were entered as held."),
    gathering=Gathering.ADDS,
    of=count,
)
