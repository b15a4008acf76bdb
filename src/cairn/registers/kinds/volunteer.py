from django.utils.translation import gettext_lazy as _

from cairn.registers.shape import TEAM, Field, Group, Kind, Life, Sort

KIND = Kind(
    key="volunteer",
    name=_("Volunteer"),
    plural=_("Volunteers"),
    purpose=_("Keep, by initials, who helps without pay, in which role, and whether they know the rules."),
    group=Group.COMMUNITY,
    life=Life.USE,
    title="code",
    happened="since",
    early=True,
    columns=("side", "role", "declaration_on"),
    fields=(
        Field(
            "code",
            _("Initials or code"),
            Sort.TEXT,
            TEAM,
            required=True,
            help=_("No full name. Nothing on where somebody comes from or what they lived through."),
        ),
        Field(
            "side",
            _("Comes as"),
            Sort.CHOICE,
            TEAM,
            required=True,
            choices=(
                ("neighbour", _("neighbour")),
                ("employer", _("employer or colleague")),
                ("student", _("student")),
                ("association", _("member of a migrant association")),
                ("peer", _("mentor who went the same way")),
            ),
        ),
        Field(
            "role",
            _("What they do"),
            Sort.CHOICE,
            TEAM,
            required=True,
            choices=(
                ("mentor", _("mentor")),
                ("language", _("language partner")),
                ("activity", _("runs activities")),
                ("design", _("helps to design and decide")),
                ("practical", _("practical help")),
            ),
        ),
        Field("since", _("Since"), Sort.DATE, TEAM, required=True),
        Field("trained_on", _("Prepared for it on"), Sort.DATE, TEAM),
        Field("declaration_on", _("Code of conduct signed on"), Sort.DATE, TEAM),
    ),
)
