from django.utils.translation import gettext_lazy as _

from cairn.registers.shape import TEAM, Field, Group, Kind, Life, Sort

KIND = Kind(
    key="agreement",
    name=_("Agreement"),
    plural=_("Agreements"),
    purpose=_("Keep what you agreed on with partners, and until when it holds."),
    group=Group.PARTNERS,
    life=Life.USE,
    title="title",
    happened="signed_on",
    due="renew_by",
    early=True,
    part_of="stakeholder",
    columns=("partners", "form", "covers"),
    fields=(
        Field("title", _("What is agreed"), Sort.TEXT, TEAM, required=True),
        Field("partners", _("With whom"), Sort.LINKS, TEAM, required=True, to=("stakeholder",)),
        Field(
            "form",
            _("Form"),
            Sort.CHOICE,
            TEAM,
            required=True,
            choices=(
                ("signed", _("signed agreement")),
                ("letters", _("exchange of letters")),
                ("spoken", _("spoken")),
            ),
        ),
        Field("signed_on", _("Agreed on"), Sort.DATE, TEAM, required=True),
        Field(
            "covers",
            _("What it covers"),
            Sort.CHOICES,
            TEAM,
            choices=(
                ("referral", _("sending people to one another")),
                ("sessions", _("joint sessions")),
                ("capacity", _("capacity building")),
                ("places", _("work or training places")),
                ("rooms", _("rooms and equipment")),
                ("data", _("exchange of figures")),
                ("money", _("funding")),
                ("service", _("the practice as part of a regular service")),
            ),
        ),
        Field("address", _("Where it lies"), Sort.URL, TEAM),
        Field("renew_by", _("To be renewed by"), Sort.DATE, TEAM),
    ),
)
