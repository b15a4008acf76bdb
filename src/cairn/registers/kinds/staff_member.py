from django.utils.translation import gettext_lazy as _

from cairn.registers.choices import COMPETENCES
from cairn.registers.shape import TEAM, Field, Group, Kind, Life, Sort

KIND = Kind(
    key="staff_member",
    name=_("Staff member"),
    plural=_("Staff members"),
    purpose=_(
        "Keep for each colleague, by initials, which roles and competences they bring and how many people they can work with."
    ),
    group=Group.DELIVERY,
    life=Life.USE,
    title="code",
    happened="since",
    early=True,
    part_of="staff_plan",
    columns=("roles", "competences", "declaration_on"),
    fields=(
        Field(
            "code",
            _("Initials or code"),
            Sort.TEXT,
            TEAM,
            required=True,
            help=_("No full name. Nothing on where somebody comes from or what they lived through."),
        ),
        Field("since", _("Works here since"), Sort.DATE, TEAM, required=True),
        Field("roles", _("Roles"), Sort.LINKS, TEAM, required=True, to=("staff_role",)),
        Field(
            "account",
            _("Signs in as"),
            Sort.PERSON,
            TEAM,
            help=_("So that the caseload can be counted from assignments."),
        ),
        Field("competences", _("Competences shown"), Sort.CHOICES, TEAM, choices=COMPETENCES),
        Field("hours_per_week", _("Hours a week"), Sort.DECIMAL, TEAM),
        Field("caseload_limit", _("Most participants at a time"), Sort.WHOLE, TEAM),
        Field("declaration_on", _("Code of conduct signed on"), Sort.DATE, TEAM),
        Field("handover_by", _("Who could take over"), Sort.LINKS, TEAM, to=("staff_member",)),
    ),
)
