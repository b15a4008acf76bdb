"""Who left.

Source: participants, by the last day of taking part; erased records still count.
"""

from datetime import date

from django.utils.translation import gettext_lazy as _

from cairn.participants import facts as participants
from cairn.practices.models import Practice
from cairn.results.enums import Gathering
from cairn.results.measures.shape import ComputedMeasure, Counted, people


def count(practice: Practice, start: date, end: date) -> Counted:
    everyone = participants.of_practice(practice.pk).filter(enrolled_on__lte=end)
    return people(everyone.filter(ended_on__range=(start, end)), everyone.count())


MEASURE = ComputedMeasure(
    key="people_left",
    name=_("People who left"),
    unit=_("people"),
    definition=_("Everyone whose last day of taking part lies in the period."),
    gathering=Gathering.ADDS,
    of=count,
    counts_people=True,
)
