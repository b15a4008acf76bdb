"""Needs that were met.

Source: needs found in talks, by where they stand and since when.
"""

from datetime import date

from django.utils.translation import gettext_lazy as _

from cairn.needs import facts as needs
from cairn.practices.models import Practice
from cairn.results.enums import Gathering
from cairn.results.measures.shape import ComputedMeasure, Counted, number


def count(practice: Practice, start: date, end: date) -> Counted:
    found = needs.needs_in(practice.pk).filter(found_on__lte=end)
    return number(needs.met_by(found, start, end).count(), found.count())


MEASURE = ComputedMeasure(
    key="needs_met",
    name=_("Needs met"),
    unit=_("needs"),
    definition=_("Needs found in talks with participants that are met since a day in the period."),
    gathering=Gathering.ADDS,
    of=count,
)
