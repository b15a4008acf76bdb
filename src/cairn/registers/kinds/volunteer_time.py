from django.utils.translation import gettext_lazy as _

from cairn.registers.shape import TEAM, Field, Group, Kind, Sort

KIND = Kind(
    key="volunteer_time",
    name=_("Time of volunteers"),
    plural=_("Time of volunteers"),
    purpose=_("Add up the hours that volunteers gave, month by month."),
    group=Group.COMMUNITY,
    title="what",
    happened="until_on",
    part_of="volunteer",
    columns=("hours", "people", "volunteers"),
    fields=(
        Field("what", _("What for"), Sort.TEXT, TEAM, required=True),
        Field(
            "until_on",
            _("Until"),
            Sort.DATE,
            TEAM,
            required=True,
            help=_("The last day of the month or of the occasion."),
        ),
        Field("hours", _("Hours in all"), Sort.DECIMAL, TEAM, required=True),
        Field("people", _("By how many people"), Sort.WHOLE, TEAM),
        Field("volunteers", _("Who"), Sort.LINKS, TEAM, to=("volunteer",)),
    ),
)
