"""Of all personal goals, those that the person chose.

Source: goals of work plans, by who chose them.
"""

from datetime import date

from django.utils.translation import gettext_lazy as _

from cairn.plans import facts as plans
from cairn.practices.models import Practice
from cairn.results.enums import Gathering, Measure
from cairn.results.measures.shape import ComputedMeasure, Counted, percent


def count(practice: Practice, start: date, end: date) -> Counted:
    return percent(plans.figures(practice.pk, start, end).chosen_by_person)


MEASURE = ComputedMeasure(
    key="goals_chosen_share",
    name=_("Personal goals chosen by the person"),
    unit="%",
    definition=_(
        "Of the goals of all work plans begun by the end of the period: how many the person chose, alone or together with the worker."
    ),
    gathering=Gathering.LATEST,
    of=count,
    measure=Measure.PERCENT,
)
