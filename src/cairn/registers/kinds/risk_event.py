from django.utils.translation import gettext_lazy as _

from cairn.registers.shape import TEAM, Field, Group, Kind, Sort

KIND = Kind(
    key="risk_event",
    name=_("Risk that happened"),
    plural=_("Risks that happened"),
    purpose=_("Note when a risk came true, and whether the plan held."),
    group=Group.DELIVERY,
    part_of="risk",
    title="what",
    happened="happened_on",
    columns=("risks", "plan_used"),
    fields=(
        Field("what", _("What happened"), Sort.TEXT, TEAM, required=True),
        Field(
            "risks",
            _("Which risk"),
            Sort.LINK,
            TEAM,
            to=("risk",),
            help=_("Leave it open where nobody had foreseen it."),
        ),
        Field("happened_on", _("Day"), Sort.DATE, TEAM, required=True),
        Field("plan_used", _("The plan for this case was used"), Sort.YESNO, TEAM),
        Field("effect", _("What it meant for the practice"), Sort.LONG, TEAM),
        Field("lesson", _("What you do otherwise now"), Sort.LONG, TEAM),
    ),
)
