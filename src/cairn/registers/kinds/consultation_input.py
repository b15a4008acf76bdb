from django.utils.translation import gettext_lazy as _

from cairn.registers.shape import SEALED, TEAM, Field, Group, Kind, Sort

KIND = Kind(
    key="consultation_input",
    name=_("Input"),
    plural=_("Inputs"),
    purpose=_("Write down what was said, point by point, so that each gets a decision."),
    group=Group.COMMUNITY,
    title="topic",
    happened="said_on",
    part_of="consultation",
    early=True,
    columns=("source", "consultations", "times"),
    fields=(
        Field(
            "topic",
            _("Point"),
            Sort.TEXT,
            TEAM,
            required=True,
            help=_("In your own words; nothing by which somebody could be recognised."),
        ),
        Field(
            "consultations", _("Said where"), Sort.LINK, TEAM, required=True, to=("consultation", "meeting")
        ),
        Field("said_on", _("Day"), Sort.DATE, TEAM, required=True),
        Field(
            "source",
            _("By whom"),
            Sort.CHOICE,
            TEAM,
            required=True,
            choices=(
                ("participants", _("participants")),
                ("locals", _("locals")),
                ("mediators", _("mediators")),
                ("partners", _("partners")),
                ("staff", _("staff")),
            ),
        ),
        Field("times", _("How many said so"), Sort.WHOLE, TEAM),
        Field(
            "words",
            _("As they said it"),
            Sort.LONG,
            SEALED,
            help=_("Sealed, because words can give somebody away."),
        ),
    ),
)
