"""Who began to take part.

Source: participants, by the first day of taking part; erased records still count.
"""

from datetime import date

from django.utils.translation import gettext_lazy as _

from cairn.participants import facts as participants
from cairn.practices.models import Practice
from cairn.results.enums import Gathering
from cairn.results.measures.shape import ComputedMeasure, Counted, people


def count(practice: Practice, start: date, end: date) -> Counted:
    everyone = participants.of_practice(practice.pk).filter(enrolled_on__lte=end)
    return people(everyone.filter(enrolled_on__gte=start), everyone.count())


MEASURE = ComputedMeasure(
    key="people_new",
    name=_("People who began to take part"),
    unit=_("people"),
    definition=_("Everyone whose first day of taking part lies in the period."),
    gathering=Gathering.ADDS,
    of=count,
    counts_people=True,
)
