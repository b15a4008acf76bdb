"""Of the due goals that come before work, those reached.

Source: goals of work plans of the five kinds that come before work, by the day they are due and their state.
"""

from datetime import date

from django.utils.translation import gettext_lazy as _

from cairn.plans import facts as plans
from cairn.practices.models import Practice
from cairn.results.enums import Gathering, Measure
from cairn.results.measures.shape import ComputedMeasure, Counted, percent


def count(practice: Practice, start: date, end: date) -> Counted:
    return percent(plans.figures(practice.pk, start, end).preconditions_done)


MEASURE = ComputedMeasure(
    key="preconditions_share",
    name=_("Goals that come before work, reached of those due"),
    unit="%",
    definition=_(
        "Of the goals on papers, language, childcare, an account or housing whose day lies in the period: how many are reached."
    ),
    gathering=Gathering.LATEST,
    of=count,
    measure=Measure.PERCENT,
)
