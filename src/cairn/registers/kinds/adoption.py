from django.utils.translation import gettext_lazy as _

from cairn.registers.shape import TEAM, Field, Group, Kind, Sort

KIND = Kind(
    key="adoption",
    name=_("Confirmed use"),
    plural=_("Confirmed uses"),
    purpose=_("Keep who outside confirmed that they use what you gave them."),
    group=Group.PARTNERS,
    title="what",
    happened="confirmed_on",
    part_of="capacity_action",
    columns=("organisation", "extent"),
    fields=(
        Field("what", _("What they use"), Sort.TEXT, TEAM, required=True),
        Field("sources", _("Which help it comes from"), Sort.LINKS, TEAM, to=("capacity_action", "document")),
        Field("organisation", _("Who uses it"), Sort.LINK, TEAM, required=True, to=("stakeholder",)),
        Field(
            "extent",
            _("How"),
            Sort.CHOICE,
            TEAM,
            required=True,
            choices=(
                ("tried", _("tried once")),
                ("regular", _("in regular use")),
                ("service", _("part of a regular or public service")),
            ),
        ),
        Field("confirmed_on", _("Confirmed on"), Sort.DATE, TEAM, required=True),
        Field(
            "confirmed_by",
            _("Confirmed by which office"),
            Sort.TEXT,
            TEAM,
            help=_("The office or function, no private name."),
        ),
        Field("address", _("Where the confirmation lies"), Sort.URL, TEAM),
    ),
)
