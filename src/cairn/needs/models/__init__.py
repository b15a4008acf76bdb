"""The tables of this room. Words on a person are sealed with the person's own key; dates, choices and codes stay open for figures."""

from cairn.needs.models.grid import SkillEntry, SkillSection
from cairn.needs.models.needing import Finding, Need, NeedChange, NeedsAssessment
from cairn.needs.models.wishing import Preference
from cairn.needs.occupations.models import Occupation

__all__ = [
    "Finding",
    "Need",
    "NeedChange",
    "NeedsAssessment",
    "Occupation",
    "Preference",
    "SkillEntry",
    "SkillSection",
]
