from django.utils.translation import gettext_lazy as _

from cairn.registers.choices import LOW_TO_HIGH, PARTNERS
from cairn.registers.shape import SEALED, TEAM, Field, Group, Kind, Life, Sort

KIND = Kind(
    key="stakeholder",
    name=_("Stakeholder"),
    plural=_("Stakeholders"),
    purpose=_("Map who has a say or an interest in the practice, and decide how you work with each."),
    group=Group.PARTNERS,
    life=Life.USE,
    title="title",
    happened="mapped_on",
    due="review_by",
    early=True,
    columns=("side", "influence", "interest", "approach"),
    fields=(
        Field("title", _("Organisation or group"), Sort.TEXT, TEAM, required=True),
        Field("side", _("What sort of stakeholder"), Sort.CHOICE, TEAM, required=True, choices=PARTNERS),
        Field(
            "mapped_on",
            _("Mapped on"),
            Sort.DATE,
            TEAM,
            required=True,
            help=_("A map from before the practice began counts as part of its design."),
        ),
        Field("influence", _("Influence on the practice"), Sort.CHOICE, TEAM, choices=LOW_TO_HIGH),
        Field("interest", _("Interest in the practice"), Sort.CHOICE, TEAM, choices=LOW_TO_HIGH),
        Field(
            "approach",
            _("How you work with them"),
            Sort.CHOICE,
            TEAM,
            choices=(
                ("inform", _("keep informed")),
                ("consult", _("ask")),
                ("involve", _("involve")),
                ("partner", _("decide together")),
            ),
        ),
        Field("strategy", _("What you do to that end"), Sort.LONG, TEAM),
        Field("contact", _("Whom to reach, and how"), Sort.LONG, SEALED),
        Field("owner", _("Who keeps the contact"), Sort.PERSON, TEAM),
        Field("review_by", _("Look at it again by"), Sort.DATE, TEAM),
    ),
)
