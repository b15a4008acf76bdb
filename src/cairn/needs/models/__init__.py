"""The tables of this room. Words on a person are sealed with the person's own key; dates, choices and codes stay open for figures."""

from cairn.needs.models.needing import Finding, Need, NeedChange, NeedsAssessment

__all__ = ["Finding", "Need", "NeedChange", "NeedsAssessment"]
