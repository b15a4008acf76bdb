from django.utils.translation import gettext_lazy as _

from cairn.registers.choices import PHASES
from cairn.registers.shape import TEAM, Field, Group, Kind, Sort

KIND = Kind(
    key="meeting",
    name=_("Meeting"),
    plural=_("Meetings"),
    purpose=_(
        "Record meetings with partners: which kind, who was there, what was laid on the table and what was decided."
    ),
    group=Group.PARTNERS,
    title="title",
    happened="held_on",
    early=True,
    columns=("type", "organisations", "topics", "data_pack"),
    fields=(
        Field("title", _("Meeting"), Sort.TEXT, TEAM, required=True),
        Field(
            "type",
            _("What sort of meeting"),
            Sort.CHOICE,
            TEAM,
            required=True,
            choices=(
                ("partner", _("ordinary meeting with partners")),
                ("design", _("designing the practice")),
                ("review", _("joint review of work and results")),
                ("multi", _("consultation of many sides")),
            ),
            help=_(
                "A joint review needs figures on the table; a consultation of many sides needs more than the usual partners."
            ),
        ),
        Field("held_on", _("Day"), Sort.DATE, TEAM, required=True),
        Field("phase", _("In which phase"), Sort.CHOICE, TEAM, choices=PHASES),
        Field(
            "organisations", _("Outside organisations that were there"), Sort.LINKS, TEAM, to=("stakeholder",)
        ),
        Field("civil_society", _("People from civil society"), Sort.WHOLE, TEAM),
        Field("public_authority", _("People from public authorities"), Sort.WHOLE, TEAM),
        Field("business", _("People from business"), Sort.WHOLE, TEAM),
        Field("migrants", _("Migrants who speak for themselves or an association"), Sort.WHOLE, TEAM),
        Field("citizens", _("Neighbours and other citizens"), Sort.WHOLE, TEAM),
        Field("professionals", _("Professionals of the field"), Sort.WHOLE, TEAM),
        Field(
            "topics",
            _("What was reviewed or discussed"),
            Sort.CHOICES,
            TEAM,
            choices=(
                ("operations", _("operations")),
                ("practices", _("ways of working")),
                ("services", _("services")),
                ("outcomes", _("outcomes")),
                ("budget", _("budget")),
                ("safety", _("safety")),
                ("policy", _("policy")),
            ),
        ),
        Field("data_pack", _("Figures lay on the table"), Sort.YESNO, TEAM),
        Field("address", _("Where the figures or the minutes lie"), Sort.URL, TEAM),
        Field("decisions", _("What was decided"), Sort.LONG, TEAM),
        Field("joint", _("Decided jointly"), Sort.YESNO, TEAM),
    ),
)
