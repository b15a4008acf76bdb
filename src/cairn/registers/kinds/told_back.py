from django.utils.translation import gettext_lazy as _

from cairn.registers.choices import CHANNELS
from cairn.registers.shape import TEAM, Field, Group, Kind, Sort

KIND = Kind(
    key="told_back",
    name=_("Told back"),
    plural=_("Told back"),
    purpose=_("Note when and how people heard what became of what they said."),
    group=Group.COMMUNITY,
    title="how",
    happened="told_on",
    part_of="consultation",
    columns=("consultations", "decisions", "people"),
    fields=(
        Field("how", _("How they were told"), Sort.TEXT, TEAM, required=True),
        Field("told_on", _("Day"), Sort.DATE, TEAM, required=True),
        Field(
            "consultations", _("About which consultations"), Sort.LINKS, TEAM, to=("consultation", "meeting")
        ),
        Field("decisions", _("About which decisions"), Sort.LINKS, TEAM, to=("design_decision",)),
        Field("languages", _("In which languages"), Sort.LANGUAGES, TEAM),
        Field("channels", _("Through which channels"), Sort.CHOICES, TEAM, choices=CHANNELS),
        Field("people", _("How many heard it"), Sort.WHOLE, TEAM),
    ),
)
