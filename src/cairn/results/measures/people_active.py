"""Who takes part at the end of the period.

Source: participants, by the first and last day of taking part; erased records still count.
"""

from datetime import date

from django.utils.translation import gettext_lazy as _

from cairn.participants import facts as participants
from cairn.practices.models import Practice
from cairn.results.enums import Gathering
from cairn.results.measures.shape import ComputedMeasure, Counted, people


def count(practice: Practice, start: date, end: date) -> Counted:
    everyone = participants.of_practice(practice.pk).filter(enrolled_on__lte=end)
    return people(participants.taking_part(practice.pk, end), everyone.count())


MEASURE = ComputedMeasure(
    key="people_active",
    name=_("People taking part"),
    unit=_("people"),
    definition=_("Everyone who had come by the last day of the period and had not left by then."),
    gathering=Gathering.LATEST,
    of=count,
    counts_people=True,
)
