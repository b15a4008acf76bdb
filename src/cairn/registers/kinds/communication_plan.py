from django.utils.translation import gettext_lazy as _

from cairn.registers.choices import AUDIENCES, CHANNELS, PHASES
from cairn.registers.shape import TEAM, Field, Group, Kind, Life, Sort

KIND = Kind(
    key="communication_plan",
    name=_("Communication plan"),
    plural=_("Communication plans"),
    purpose=_("Decide early whom you will tell what, how, and what must never be said for people’s safety."),
    group=Group.DELIVERY,
    life=Life.USE,
    title="title",
    happened="made_on",
    due="review_by",
    early=True,
    columns=("phase", "audiences", "owner"),
    fields=(
        Field("title", _("Which plan"), Sort.TEXT, TEAM, required=True),
        Field(
            "made_on",
            _("Made on"),
            Sort.DATE,
            TEAM,
            required=True,
            help=_("A plan from before the practice began counts as part of its design."),
        ),
        Field("phase", _("Made for which phase"), Sort.CHOICE, TEAM, choices=PHASES),
        Field("audiences", _("Whom it addresses"), Sort.CHOICES, TEAM, required=True, choices=AUDIENCES),
        Field("message", _("What they shall hear"), Sort.LONG, TEAM),
        Field("channels", _("Through which channels"), Sort.CHOICES, TEAM, choices=CHANNELS),
        Field("owner", _("Who sees to it"), Sort.PERSON, TEAM),
        Field(
            "safety",
            _("What is never said or shown"),
            Sort.LONG,
            TEAM,
            help=_("The rule that keeps people safe: places, faces, days, numbers."),
        ),
        Field("review_by", _("Look at it again by"), Sort.DATE, TEAM),
    ),
)
