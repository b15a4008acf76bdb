"""Contributions to policy.

Source: records of the register of policy recommendations, by the day they were sent.
"""

from datetime import date

from django.utils.translation import gettext_lazy as _

from cairn.practices.models import Practice
from cairn.registers import facts as registers
from cairn.results.enums import Gathering
from cairn.results.measures.shape import ComputedMeasure, Counted, number, since


def count(practice: Practice, start: date, end: date) -> Counted:
    held = registers.records(practice, "policy_recommendation", until=end)
    return number(len(since(held, start)), len(held))


MEASURE = ComputedMeasure(
    key="policy_recommendations",
    name=_("Recommendations to policymakers"),
    unit=_("recommendations"),
    definition=_("Policy recommendations in the register whose day lies in the period."),
    gathering=Gathering.ADDS,
    of=count,
)
