"""Of those reached again, for how many the result still stands.

Source: follow-ups of work plans six months or more after leaving, by the day they were due and what the person told.
"""

from datetime import date

from django.utils.translation import gettext_lazy as _

from cairn.plans import facts as plans
from cairn.practices.models import Practice
from cairn.results.enums import Gathering, Measure
from cairn.results.measures.shape import ComputedMeasure, Counted, percent


def count(practice: Practice, start: date, end: date) -> Counted:
    return percent(plans.figures(practice.pk, start, end).still_holds)


MEASURE = ComputedMeasure(
    key="result_holds_share",
    name=_("Result still stands after six months or later"),
    unit="%",
    definition=_(
        "Of those reached in follow-ups due in the period, six months or more after leaving, who told: for how many the result of leaving still stands."
    ),
    gathering=Gathering.LATEST,
    of=count,
    measure=Measure.PERCENT,
)
