from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from cairn.registers.choices import DOMAINS
from cairn.registers.shape import TEAM, Field, Group, Kind, Life, Sort, Words

if TYPE_CHECKING:
    from cairn.practices.models import Practice


def a_reason_where_it_is_not_ours(values: Mapping[str, Any], _practice: Practice) -> Mapping[str, Words]:
    """Else nobody can tell a decision from an oversight."""
    unsaid = values["answer"] == "not-ours" and not values["reason"]
    return {"reason": _("Say why this is not for the practice to fill.")} if unsaid else {}


KIND = Kind(
    key="gap",
    name=_("Gap"),
    plural=_("Gaps"),
    purpose=_("List each gap with what answers it: an activity, a way to someone else, or a reason why not."),
    group=Group.LEARNING,
    life=Life.CASE,
    title="what",
    part_of="gap_analysis",
    check=a_reason_where_it_is_not_ours,
    columns=("domain", "answer", "analysis"),
    fields=(
        Field("what", _("What is missing"), Sort.TEXT, TEAM, required=True),
        Field("analysis", _("Found in which analysis"), Sort.LINK, TEAM, required=True, to=("gap_analysis",)),
        Field("domain", _("What it is about"), Sort.CHOICE, TEAM, required=True, choices=DOMAINS),
        Field(
            "answer",
            _("What answers it"),
            Sort.CHOICE,
            TEAM,
            choices=(
                ("activity", _("an activity of ours")),
                ("referral", _("a way to someone else")),
                ("not-ours", _("not ours to fill")),
            ),
        ),
        Field("activity", _("Which activity"), Sort.TEXT, TEAM),
        Field("partner", _("To whom people are sent"), Sort.LINK, TEAM, to=("stakeholder",)),
        Field("reason", _("Why it is not ours"), Sort.TEXT, TEAM),
    ),
)
