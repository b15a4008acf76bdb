from django.utils.translation import gettext_lazy as _

from cairn.registers.choices import PHASES
from cairn.registers.shape import TEAM, Field, Group, Kind, Life, Sort

KIND = Kind(
    key="staff_plan",
    name=_("Staff plan"),
    plural=_("Staff plans"),
    purpose=_("Write down once a year which roles the practice needs and whether the hours suffice."),
    group=Group.DELIVERY,
    life=Life.USE,
    title="title",
    happened="made_on",
    due="review_by",
    early=True,
    columns=("phase", "roles", "hours_per_week"),
    fields=(
        Field(
            "title", _("Which plan"), Sort.TEXT, TEAM, required=True, help=_("For example: staff plan 2026.")
        ),
        Field("made_on", _("Made on"), Sort.DATE, TEAM, required=True),
        Field("phase", _("For which phase"), Sort.CHOICE, TEAM, choices=PHASES),
        Field("roles", _("Roles in it"), Sort.LINKS, TEAM, to=("staff_role",)),
        Field(
            "hours_per_week",
            _("Hours a week in all"),
            Sort.DECIMAL,
            TEAM,
            help=_("Paid hours that can go into the practice."),
        ),
        Field("mediators", _("Mediators in it"), Sort.WHOLE, TEAM),
        Field("remarks", _("How it was found that this suffices"), Sort.LONG, TEAM),
        Field("review_by", _("Look at it again by"), Sort.DATE, TEAM),
    ),
)
