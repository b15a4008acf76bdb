"""Of those who left, who left to something good.

Source: leavings, by day and result; not of those who had come back by the end of the period.
"""

from datetime import date

from django.utils.translation import gettext_lazy as _

from cairn.plans import facts as plans
from cairn.practices.models import Practice
from cairn.results.enums import Gathering, Measure
from cairn.results.measures.shape import ComputedMeasure, Counted, percent


def count(practice: Practice, start: date, end: date) -> Counted:
    return percent(plans.figures(practice.pk, start, end).positive_exits)


MEASURE = ComputedMeasure(
    key="left_well_share",
    name=_("Left to work, training, studies or recognition"),
    unit="%",
    definition=_(
        "Of those who left in the period: how many left to paid work, work of their own, paid training, studies or a recognised qualification."
    ),
    gathering=Gathering.LATEST,
    of=count,
    measure=Measure.PERCENT,
)
