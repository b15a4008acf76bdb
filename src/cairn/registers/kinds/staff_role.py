from django.utils.translation import gettext_lazy as _

from cairn.registers.choices import COMPETENCES
from cairn.registers.shape import TEAM, Field, Group, Kind, Life, Sort

KIND = Kind(
    key="staff_role",
    name=_("Staff role"),
    plural=_("Staff roles"),
    purpose=_(
        "Say for each role which competences it needs, so that gaps and training needs become visible."
    ),
    group=Group.DELIVERY,
    life=Life.USE,
    title="title",
    happened="set_on",
    early=True,
    part_of="staff_plan",
    columns=("competences", "people_needed"),
    fields=(
        Field("title", _("Role"), Sort.TEXT, TEAM, required=True),
        Field("set_on", _("Set down on"), Sort.DATE, TEAM, required=True),
        Field(
            "competences", _("Competences it needs"), Sort.CHOICES, TEAM, required=True, choices=COMPETENCES
        ),
        Field("others", _("Other competences"), Sort.TEXT, TEAM),
        Field(
            "people_needed",
            _("How many people"),
            Sort.WHOLE,
            TEAM,
            help=_("Two for a role without which the practice stops."),
        ),
        Field("hours_per_week", _("Hours a week"), Sort.DECIMAL, TEAM),
    ),
)
