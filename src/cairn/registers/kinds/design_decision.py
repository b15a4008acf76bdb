from django.utils.translation import gettext_lazy as _

from cairn.registers.choices import PHASES
from cairn.registers.shape import TEAM, Field, Group, Kind, Sort

KIND = Kind(
    key="design_decision",
    name=_("Decision"),
    plural=_("Decisions"),
    purpose=_("Record what was decided on the inputs and why, also where the answer was no."),
    group=Group.COMMUNITY,
    title="what",
    happened="decided_on",
    part_of="consultation",
    early=True,
    columns=("decision", "inputs", "sources"),
    fields=(
        Field("what", _("What was decided"), Sort.TEXT, TEAM, required=True),
        Field("decided_on", _("Day"), Sort.DATE, TEAM, required=True),
        Field(
            "decision",
            _("Decision"),
            Sort.CHOICE,
            TEAM,
            required=True,
            choices=(
                ("yes", _("it is done")),
                ("partly", _("it is done in part")),
                ("later", _("not now")),
                ("no", _("it is not done")),
            ),
        ),
        Field("reason", _("Why"), Sort.LONG, TEAM, required=True),
        Field("inputs", _("On which inputs"), Sort.LINKS, TEAM, to=("consultation_input",)),
        Field("meeting", _("Decided in which meeting"), Sort.LINK, TEAM, to=("meeting",)),
        Field(
            "sources",
            _("From whom the idea came"),
            Sort.CHOICES,
            TEAM,
            choices=(
                ("participants", _("participants")),
                ("locals", _("locals")),
                ("mediators", _("mediators")),
                ("partners", _("partners")),
                ("staff", _("staff")),
                ("evaluation", _("an evaluation")),
            ),
        ),
        Field("phase", _("For which phase"), Sort.CHOICE, TEAM, choices=PHASES),
    ),
)
