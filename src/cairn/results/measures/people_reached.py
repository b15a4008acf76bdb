"""Everyone who took part at some time.

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
    return people(everyone.exclude(ended_on__lt=start), everyone.count())


MEASURE = ComputedMeasure(
    key="people_reached",
    name=_("People reached"),
    unit=_("people"),
    definition=_("Everyone who took part on at least one day of the period, each person once."),
    gathering=Gathering.SO_FAR,
    of=count,
    counts_people=True,
)
