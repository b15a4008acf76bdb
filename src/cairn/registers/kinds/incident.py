from django.utils.translation import gettext_lazy as _

from cairn.registers.shape import SEALED, TEAM, Field, Group, Kind, Life, Sort

KIND = Kind(
    key="incident",
    name=_("Incident"),
    plural=_("Incidents"),
    purpose=_(
        "Count what went wrong for somebody’s safety or data, without names, and close it once it is settled."
    ),
    group=Group.DELIVERY,
    life=Life.CASE,
    title="type",
    happened="happened_on",
    due="settle_by",
    columns=("seriousness", "people"),
    fields=(
        Field(
            "type",
            _("What sort of incident"),
            Sort.CHOICE,
            TEAM,
            required=True,
            choices=(
                ("accident", _("accident or health")),
                ("threat", _("threat from outside")),
                ("conflict", _("conflict among people here")),
                ("staff", _("conduct of staff")),
                ("data", _("data lost or seen by others")),
                ("property", _("damage or theft")),
                ("other", _("other")),
            ),
        ),
        Field("happened_on", _("Day"), Sort.DATE, TEAM, required=True),
        Field(
            "seriousness",
            _("How serious"),
            Sort.CHOICE,
            TEAM,
            required=True,
            choices=(("minor", _("minor")), ("serious", _("serious")), ("grave", _("grave"))),
        ),
        Field("people", _("How many people were concerned"), Sort.WHOLE, TEAM),
        Field(
            "told",
            _("Who was told"),
            Sort.CHOICES,
            TEAM,
            choices=(
                ("lead", _("coordination")),
                ("board", _("head of the organisation")),
                ("authority", _("data protection or other authority")),
                ("funder", _("funder")),
                ("people", _("the people concerned")),
            ),
        ),
        Field(
            "words",
            _("What happened"),
            Sort.LONG,
            SEALED,
            help=_("Name nobody, and nothing by which somebody could be recognised."),
        ),
        Field("measures", _("What you did"), Sort.TEXT, TEAM),
        Field("settle_by", _("To be settled by"), Sort.DATE, TEAM),
    ),
)
