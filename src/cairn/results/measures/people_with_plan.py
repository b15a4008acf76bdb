"""Who has a work plan.

Source: participants by their days of taking part, and work plans by the days they run.
"""

from datetime import date

from django.utils.translation import gettext_lazy as _

from cairn.participants import facts as participants
from cairn.plans import facts as plans
from cairn.practices.models import Practice
from cairn.results.enums import Gathering
from cairn.results.measures.shape import ComputedMeasure, Counted, people


def count(practice: Practice, start: date, end: date) -> Counted:
    present = participants.taking_part(practice.pk, end)
    return people(present.filter(pk__in=plans.planned(practice.pk, end)), present.count())


MEASURE = ComputedMeasure(
    key="people_with_plan",
    name=_("People with a work plan"),
    unit=_("people"),
    definition=_(
        "Everyone taking part on the last day of the period who has a work plan that is open on that day."
    ),
    gathering=Gathering.LATEST,
    of=count,
    counts_people=True,
)
