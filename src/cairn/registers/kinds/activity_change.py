from django.utils.translation import gettext_lazy as _

from cairn.registers.shape import TEAM, Field, Group, Kind, Sort

KIND = Kind(
    key="activity_change",
    name=_("Change of an activity"),
    plural=_("Changes of activities"),
    purpose=_("Note what you now do otherwise, and what made you change it."),
    group=Group.LEARNING,
    title="what",
    happened="changed_on",
    part_of="needs_analysis",
    columns=("because", "reason"),
    fields=(
        Field("what", _("What you do otherwise"), Sort.TEXT, TEAM, required=True),
        Field("changed_on", _("Since"), Sort.DATE, TEAM, required=True),
        Field(
            "because",
            _("What it goes back to"),
            Sort.LINKS,
            TEAM,
            to=("needs_analysis", "gap", "design_decision", "evaluation", "meeting", "risk_event"),
        ),
        Field("reason", _("Why"), Sort.LONG, TEAM),
    ),
)
