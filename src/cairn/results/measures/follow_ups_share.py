"""Of the follow-ups due, those in which the person was reached.

Source: follow-ups of work plans, by the day they were due and what became of them.
"""

from datetime import date

from django.utils.translation import gettext_lazy as _

from cairn.plans import facts as plans
from cairn.practices.models import Practice
from cairn.results.enums import Gathering, Measure
from cairn.results.measures.shape import ComputedMeasure, Counted, percent


def count(practice: Practice, start: date, end: date) -> Counted:
    return percent(plans.figures(practice.pk, start, end).follow_ups_done)


MEASURE = ComputedMeasure(
    key="follow_ups_share",
    name=_("Reached again after leaving"),
    unit="%",
    definition=_(
        "Of the follow-ups due in the period, 3 to 36 months after leaving: in how many the person was reached by a safe way."
    ),
    gathering=Gathering.LATEST,
    of=count,
    measure=Measure.PERCENT,
)
