"""Hours that staff worked.

Source: staff time on the budget lines of all grants of the practice, by month.
"""

from datetime import date

from django.utils.translation import gettext_lazy as _

from cairn.money import facts as money
from cairn.practices.models import Practice
from cairn.results.enums import Gathering
from cairn.results.measures.shape import ComputedMeasure, Counted, number


def count(practice: Practice, start: date, end: date) -> Counted:
    grants = money.grants_of(practice.pk)
    entered = sum(money.time_of(grant).filter(month__lte=end).count() for grant in grants)
    return number(money.staff_hours(practice.pk, start, end), entered)


MEASURE = ComputedMeasure(
    key="staff_hours",
    name=_("Hours worked by staff"),
    unit=_("hours"),
    definition=_("Hours entered as staff time for the months of the period, whole months only."),
    gathering=Gathering.ADDS,
    of=count,
)
