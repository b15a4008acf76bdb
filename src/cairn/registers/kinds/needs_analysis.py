from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from cairn.registers.choices import DOMAINS
from cairn.registers.shape import TEAM, Field, Group, Kind, Sort, Words

if TYPE_CHECKING:
    from cairn.practices.models import Practice


def from_before_until(values: Mapping[str, Any], _practice: Practice) -> Mapping[str, Words]:
    begins, ends = values["from_on"], values["until_on"]
    return {"until_on": _("It cannot end before it begins.")} if begins and ends and ends < begins else {}


KIND = Kind(
    key="needs_analysis",
    name=_("Analysis of needs"),
    plural=_("Analyses of needs"),
    purpose=_("Twice a year, look at all needs together, share what you see, and change what you offer."),
    group=Group.LEARNING,
    title="title",
    happened="made_on",
    early=True,
    check=from_before_until,
    columns=("people", "domains", "shared_on"),
    fields=(
        Field("title", _("Which analysis"), Sort.TEXT, TEAM, required=True),
        Field("made_on", _("Finished on"), Sort.DATE, TEAM, required=True),
        Field("from_on", _("About the time from"), Sort.DATE, TEAM),
        Field("until_on", _("until"), Sort.DATE, TEAM),
        Field("people", _("Based on how many people’s needs"), Sort.WHOLE, TEAM),
        Field("domains", _("Needs that stand out"), Sort.CHOICES, TEAM, choices=DOMAINS),
        Field("unmet", _("Needs that stay unmet"), Sort.CHOICES, TEAM, choices=DOMAINS),
        Field("findings", _("What you see"), Sort.LONG, TEAM),
        Field("shared_on", _("Shared with those who run the activities on"), Sort.DATE, TEAM),
    ),
)
