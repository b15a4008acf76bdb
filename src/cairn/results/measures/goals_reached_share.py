"""Of the personal goals that were due, those reached.

Source: goals of work plans, by the day they are due and their state.
"""

from datetime import date

from django.utils.translation import gettext_lazy as _

from cairn.plans import facts as plans
from cairn.practices.models import Practice
from cairn.results.enums import Gathering, Measure
from cairn.results.measures.shape import ComputedMeasure, Counted, percent


def count(practice: Practice, start: date, end: date) -> Counted:
    return percent(plans.figures(practice.pk, start, end).goals_reached)


MEASURE = ComputedMeasure(
    key="goals_reached_share",
    name=_("Personal goals reached of those due"),
    unit="%",
    definition=_("Of the goals in work plans whose day lies in the period: how many are reached."),
    gathering=Gathering.LATEST,
    of=count,
    measure=Measure.PERCENT,
)
