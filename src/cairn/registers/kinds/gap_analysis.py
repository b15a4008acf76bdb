from django.utils.translation import gettext_lazy as _

from cairn.registers.shape import TEAM, Field, Group, Kind, Life, Sort

KIND = Kind(
    key="gap_analysis",
    name=_("Gap analysis"),
    plural=_("Gap analyses"),
    purpose=_("Find out, from at least two sources, what support is missing in your area."),
    group=Group.LEARNING,
    life=Life.USE,
    title="title",
    happened="made_on",
    due="repeat_by",
    early=True,
    columns=("area", "sources"),
    fields=(
        Field("title", _("Which analysis"), Sort.TEXT, TEAM, required=True),
        Field("made_on", _("Finished on"), Sort.DATE, TEAM, required=True),
        Field("area", _("For which area"), Sort.TEXT, TEAM),
        Field(
            "sources",
            _("From which sources"),
            Sort.CHOICES,
            TEAM,
            required=True,
            choices=(
                ("participants", _("participants")),
                ("records", _("own records")),
                ("partners", _("partners")),
                ("statistics", _("official figures")),
                ("research", _("research")),
                ("visits", _("visits and observation")),
            ),
        ),
        Field("method", _("How it was done"), Sort.LONG, TEAM),
        Field("address", _("Where it can be read"), Sort.URL, TEAM),
        Field("repeat_by", _("Repeat it by"), Sort.DATE, TEAM),
    ),
)
