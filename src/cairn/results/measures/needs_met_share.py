"""Of all needs found, those that are met.

Source: needs found in talks, by where they stand and since when.
"""

from datetime import date

from django.utils.translation import gettext_lazy as _

from cairn.needs import facts as needs
from cairn.participants.counting import Share
from cairn.practices.models import Practice
from cairn.results.enums import Gathering, Measure
from cairn.results.measures.shape import ComputedMeasure, Counted, percent


def count(practice: Practice, start: date, end: date) -> Counted:
    found = needs.needs_in(practice.pk).filter(found_on__lte=end)
    return percent(Share(needs.met_by(found, date.min, end).count(), found.count()))


MEASURE = ComputedMeasure(
    key="needs_met_share",
    name=_("Needs met of those found"),
    unit="%",
    definition=_(
        "Of the needs found in talks with participants by the end of the period: how many are met by then."
    ),
    gathering=Gathering.LATEST,
    of=count,
    measure=Measure.PERCENT,
)
