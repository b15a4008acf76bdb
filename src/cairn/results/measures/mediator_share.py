"""Of the sessions that needed a mediator, those in which one was present.

Source: sessions held, and staff entered as present at them in the role of mediator.
"""

from datetime import date

from django.utils.translation import gettext_lazy as _

from cairn.activities.facts.held import with_mediator
from cairn.practices.models import Practice
from cairn.results.enums import Gathering, Measure
from cairn.results.measures.shape import ComputedMeasure, Counted, percent


def count(practice: Practice, start: date, end: date) -> Counted:
    return percent(with_mediator(practice.pk, start, end))


MEASURE = ComputedMeasure(
    key="mediator_share",
    name=_("Sessions with a mediator, of those that needed one"),
    unit="%",
    definition=_(
        "Of the sessions held in the period for which a mediator was needed: in how many one was entered as present."
    ),
    gathering=Gathering.LATEST,
    of=count,
    measure=Measure.PERCENT,
)
