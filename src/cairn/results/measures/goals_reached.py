"""Personal goals that were reached.

Source: goals of work plans, by their state and the day they were closed.
"""

from datetime import date

from django.utils.translation import gettext_lazy as _

from cairn.plans import facts as plans
from cairn.practices.models import Practice
from cairn.results.enums import Gathering
from cairn.results.measures.shape import ComputedMeasure, Counted, number


def count(practice: Practice, start: date, end: date) -> Counted:
    reached = plans.reached_between(practice.pk, start, end)
    return number(reached.part, reached.whole)


MEASURE = ComputedMeasure(
    key="goals_reached",
    name=_("Personal goals reached"),
    unit=_("goals"),
    definition=_("Goals in work plans that were closed as reached in the period."),
    gathering=Gathering.ADDS,
    of=count,
)
