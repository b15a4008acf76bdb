from django.utils.translation import gettext_lazy as _

from cairn.registers.choices import LEVELS
from cairn.registers.shape import TEAM, Field, Group, Kind, Life, Sort

KIND = Kind(
    key="policy_recommendation",
    name=_("Policy recommendation"),
    plural=_("Policy recommendations"),
    purpose=_(
        "Record what you recommended to those who make policy, on which figures, and what became of it."
    ),
    group=Group.PARTNERS,
    life=Life.CASE,
    title="title",
    happened="sent_on",
    due="ask_by",
    columns=("level", "addressee", "status", "own_data"),
    fields=(
        Field("title", _("What you recommend"), Sort.TEXT, TEAM, required=True),
        Field("level", _("Level"), Sort.CHOICE, TEAM, required=True, choices=LEVELS),
        Field("addressee", _("Addressed to"), Sort.TEXT, TEAM, required=True),
        Field("stakeholder", _("On the map of stakeholders"), Sort.LINK, TEAM, to=("stakeholder",)),
        Field("sent_on", _("Sent or said on"), Sort.DATE, TEAM, required=True),
        Field(
            "form",
            _("Form"),
            Sort.CHOICE,
            TEAM,
            choices=(
                ("paper", _("paper or letter")),
                ("hearing", _("hearing or consultation")),
                ("group", _("working group")),
                ("event", _("event")),
                ("talk", _("talk")),
            ),
        ),
        Field("own_data", _("Cites figures of this practice"), Sort.YESNO, TEAM),
        Field(
            "status",
            _("What became of it"),
            Sort.CHOICE,
            TEAM,
            required=True,
            choices=(
                ("sent", _("no answer yet")),
                ("answered", _("answered")),
                ("partly", _("taken up in part")),
                ("taken-up", _("taken up")),
                ("refused", _("turned down")),
            ),
        ),
        Field("answered_on", _("Answered on"), Sort.DATE, TEAM),
        Field("uptake", _("Where it shows"), Sort.TEXT, TEAM),
        Field("address", _("Where it can be read"), Sort.URL, TEAM),
        Field("ask_by", _("Ask again by"), Sort.DATE, TEAM),
    ),
)
