"""Hours of the sessions that were held.

Source: sessions held, by their day and length.
"""

from datetime import date

from django.utils.translation import gettext_lazy as _

from cairn.activities.facts.held import held
from cairn.practices.models import Practice
from cairn.results.enums import Gathering
from cairn.results.measures.shape import ComputedMeasure, Counted, added, number


def count(practice: Practice, start: date, end: date) -> Counted:
    told = held(practice.pk, date.min, end).filter(hours__isnull=False)
    inside = told.filter(planned_on__gte=start)
    return number(added(inside.values_list("hours", flat=True)), told.count())


MEASURE = ComputedMeasure(
    key="session_hours",
    name=_("Hours of sessions held"),
    unit=_("hours"),
    definition=_(
        "Length of the sessions whose day lies in the period and that were held, each once however many came. Sessions of which nobody said how long they lasted are left out."
    ),
    gathering=Gathering.ADDS,
    of=count,
)
