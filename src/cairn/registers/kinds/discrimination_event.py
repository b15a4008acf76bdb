from django.utils.translation import gettext_lazy as _

from cairn.registers.shape import SEALED, TEAM, Field, Group, Kind, Life, Sort

KIND = Kind(
    key="discrimination_event",
    name=_("Discrimination event"),
    plural=_("Discrimination events"),
    purpose=_("Note where somebody was treated worse than others, without names, and what you did about it."),
    group=Group.DELIVERY,
    life=Life.CASE,
    title="place",
    happened="happened_on",
    columns=("grounds", "action_on"),
    fields=(
        Field(
            "place",
            _("Where it was"),
            Sort.CHOICE,
            TEAM,
            required=True,
            choices=(
                ("employer", _("at work or in looking for work")),
                ("landlord", _("in looking for a home")),
                ("office", _("at an office")),
                ("school", _("at a school or course")),
                ("health", _("at a doctor or hospital")),
                ("public", _("in public, in a shop, in transport")),
                ("practice", _("in our own practice")),
                ("online", _("online")),
            ),
        ),
        Field("happened_on", _("Day"), Sort.DATE, TEAM, required=True),
        Field(
            "grounds",
            _("On which grounds"),
            Sort.CHOICES,
            TEAM,
            required=True,
            choices=(
                ("origin", _("origin, skin colour or language")),
                ("sex", _("sex or gender")),
                ("religion", _("religion or belief")),
                ("disability", _("disability or health")),
                ("age", _("age")),
                ("orientation", _("sexual orientation")),
                ("status", _("legal status")),
                ("other", _("other")),
            ),
        ),
        Field(
            "words",
            _("What happened"),
            Sort.LONG,
            SEALED,
            help=_("Name nobody, and nothing by which somebody could be recognised."),
        ),
        Field("action", _("What you did"), Sort.TEXT, TEAM),
        Field("action_on", _("Done on"), Sort.DATE, TEAM),
        Field(
            "outcome",
            _("What came of it"),
            Sort.CHOICE,
            TEAM,
            choices=(
                ("put-right", _("put right")),
                ("apology", _("apology")),
                ("complaint", _("complaint made")),
                ("refused", _("nothing was conceded")),
                ("pending", _("not decided yet")),
            ),
        ),
    ),
)
