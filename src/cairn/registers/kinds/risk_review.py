from django.utils.translation import gettext_lazy as _

from cairn.registers.choices import LOW_TO_HIGH
from cairn.registers.shape import TEAM, Field, Group, Kind, Sort

KIND = Kind(
    key="risk_review",
    name=_("Risk review"),
    plural=_("Risk reviews"),
    purpose=_("Note each time that you looked at risks again, and what you found."),
    group=Group.DELIVERY,
    part_of="risk",
    title="outcome",
    happened="reviewed_on",
    columns=("risks", "likelihood", "impact"),
    fields=(
        Field("risks", _("Risks looked at"), Sort.LINKS, TEAM, required=True, to=("risk",)),
        Field("reviewed_on", _("Reviewed on"), Sort.DATE, TEAM, required=True),
        Field(
            "outcome",
            _("What you found"),
            Sort.CHOICE,
            TEAM,
            required=True,
            choices=(
                ("unchanged", _("unchanged")),
                ("lower", _("lower than before")),
                ("higher", _("higher than before")),
                ("gone", _("no longer a risk")),
            ),
        ),
        Field("likelihood", _("How likely it is now"), Sort.CHOICE, TEAM, choices=LOW_TO_HIGH),
        Field("impact", _("How bad it would be now"), Sort.CHOICE, TEAM, choices=LOW_TO_HIGH),
        Field("notes", _("What you will do otherwise"), Sort.LONG, TEAM),
    ),
)
