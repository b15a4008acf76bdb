from django.utils.translation import gettext_lazy as _

from cairn.registers.shape import TEAM, Field, Group, Kind, Sort

KIND = Kind(
    key="receiving_change",
    name=_("Change on the receiving side"),
    plural=_("Changes on the receiving side"),
    purpose=_("Note where an employer, an office or a service changed its ways, and who confirms it."),
    group=Group.COMMUNITY,
    title="what",
    happened="since",
    part_of="community_action",
    columns=("type", "organisation", "confirmed_on"),
    fields=(
        Field("what", _("What changed"), Sort.TEXT, TEAM, required=True),
        Field(
            "type",
            _("What sort of change"),
            Sort.CHOICE,
            TEAM,
            required=True,
            choices=(
                ("employer", _("rule of an employer")),
                ("office", _("procedure of an office")),
                ("hours", _("hours or place of a service")),
                ("language", _("languages offered")),
                ("staff", _("staff trained or hired")),
                ("law", _("rule or law")),
            ),
        ),
        Field("organisation", _("Where"), Sort.LINK, TEAM, to=("stakeholder",)),
        Field("since", _("Since"), Sort.DATE, TEAM, required=True),
        Field(
            "sources",
            _("What it goes back to"),
            Sort.LINKS,
            TEAM,
            to=("community_action", "capacity_action", "policy_recommendation", "meeting"),
        ),
        Field("confirmed_on", _("Confirmed on"), Sort.DATE, TEAM),
        Field("confirmed_by", _("Confirmed by which office"), Sort.TEXT, TEAM),
        Field("address", _("Where it can be seen"), Sort.URL, TEAM),
    ),
)
