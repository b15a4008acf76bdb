"""Of the needs found, those that the person said.

Source: findings of finished talks about needs, by the day of the talk and who said it.
"""

from datetime import date

from django.utils.translation import gettext_lazy as _

from cairn.needs import facts as needs
from cairn.practices.models import Practice
from cairn.results.enums import Gathering, Measure
from cairn.results.measures.shape import ComputedMeasure, Counted, percent


def count(practice: Practice, start: date, end: date) -> Counted:
    return percent(needs.said_by_the_person(practice.pk, start, end))


MEASURE = ComputedMeasure(
    key="needs_said_share",
    name=_("Needs said by the person"),
    unit="%",
    definition=_(
        "Of the needs found in talks in the period: how many the person named, rather than someone else."
    ),
    gathering=Gathering.LATEST,
    of=count,
    measure=Measure.PERCENT,
)
