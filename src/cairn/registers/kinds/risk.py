from django.utils.translation import gettext_lazy as _

from cairn.registers.choices import LOW_TO_HIGH
from cairn.registers.shape import TEAM, Field, Group, Kind, Life, Sort

KIND = Kind(
    key="risk",
    name=_("Risk"),
    plural=_("Risks"),
    purpose=_(
        "Foresee what could go wrong before it does: who watches it, how you would notice, and what you do then."
    ),
    group=Group.DELIVERY,
    life=Life.CASE,
    title="title",
    happened="noted_on",
    due="review_by",
    early=True,
    columns=("likelihood", "impact", "owner"),
    fields=(
        Field("title", _("What could go wrong"), Sort.TEXT, TEAM, required=True),
        Field(
            "noted_on",
            _("Foreseen on"),
            Sort.DATE,
            TEAM,
            required=True,
            help=_("A risk foreseen before the practice began counts as part of its design."),
        ),
        Field("likelihood", _("How likely"), Sort.CHOICE, TEAM, required=True, choices=LOW_TO_HIGH),
        Field("impact", _("How bad it would be"), Sort.CHOICE, TEAM, required=True, choices=LOW_TO_HIGH),
        Field("owner", _("Who watches it"), Sort.PERSON, TEAM),
        Field("mitigation", _("What makes it less likely"), Sort.LONG, TEAM),
        Field("trigger", _("Sign that it is happening"), Sort.TEXT, TEAM),
        Field("plan_b", _("What you do then instead"), Sort.LONG, TEAM),
        Field("review_by", _("Look at it again by"), Sort.DATE, TEAM),
    ),
)
