from django.utils.translation import gettext_lazy as _

from cairn.registers.shape import TEAM, Field, Group, Kind, Life, Sort

KIND = Kind(
    key="capacity_action",
    name=_("Help for an institution"),
    plural=_("Help for institutions"),
    purpose=_(
        "Record what you gave to institutions so that they can do it themselves: training, tools, protocols."
    ),
    group=Group.PARTNERS,
    life=Life.CASE,
    title="title",
    happened="given_on",
    due="follow_up_by",
    columns=("type", "organisations", "people"),
    fields=(
        Field("title", _("What you gave"), Sort.TEXT, TEAM, required=True),
        Field(
            "type",
            _("Form"),
            Sort.CHOICE,
            TEAM,
            required=True,
            choices=(
                ("training", _("training")),
                ("briefing", _("briefing on rights and discrimination")),
                ("tool", _("tool or method")),
                ("protocol", _("protocol or procedure")),
                ("coaching", _("coaching")),
                ("visit", _("study visit")),
            ),
        ),
        Field("organisations", _("To whom"), Sort.LINKS, TEAM, required=True, to=("stakeholder",)),
        Field("given_on", _("Day"), Sort.DATE, TEAM, required=True),
        Field("people", _("How many of their people"), Sort.WHOLE, TEAM),
        Field("hours", _("Hours"), Sort.DECIMAL, TEAM),
        Field("address", _("Where the material lies"), Sort.URL, TEAM),
        Field("follow_up_by", _("Ask how it is used by"), Sort.DATE, TEAM),
    ),
)
