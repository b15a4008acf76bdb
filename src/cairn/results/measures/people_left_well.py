"""Who left to work, training, studies or recognition.

Source: leavings by day and result, and the participants who left; not those who had come back by the end of the period.
"""

from datetime import date

from django.utils.translation import gettext_lazy as _

from cairn.participants import facts as participants
from cairn.plans import facts as plans
from cairn.practices.models import Practice
from cairn.results.enums import Gathering
from cairn.results.measures.shape import ComputedMeasure, Counted, people


def count(practice: Practice, start: date, end: date) -> Counted:
    everyone = participants.of_practice(practice.pk).filter(enrolled_on__lte=end)
    return people(everyone.filter(pk__in=plans.left_well(practice.pk, start, end)), everyone.count())


MEASURE = ComputedMeasure(
    key="people_left_well",
    name=_("People who left to work, training, studies or recognition"),
    unit=_("people"),
    definition=_(
        "Everyone who left in the period and whose result is paid work, work of their own, paid training, studies or a recognised qualification."
    ),
    gathering=Gathering.ADDS,
    of=count,
    counts_people=True,
)
