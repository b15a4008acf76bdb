from django.utils.translation import gettext_lazy as _

from cairn.registers.choices import AUDIENCES, CHANNELS
from cairn.registers.shape import TEAM, Field, Group, Kind, Life, Sort

KIND = Kind(
    key="communication_action",
    name=_("Communication action"),
    plural=_("Communication actions"),
    purpose=_("Plan each step of the communication plan and mark it as done."),
    group=Group.DELIVERY,
    life=Life.TASK,
    title="what",
    due="plan_for",
    part_of="communication_plan",
    columns=("audiences", "channel", "reached"),
    fields=(
        Field("what", _("What is done"), Sort.TEXT, TEAM, required=True),
        Field("plans", _("Part of which plan"), Sort.LINK, TEAM, to=("communication_plan",)),
        Field("audiences", _("For whom"), Sort.CHOICES, TEAM, required=True, choices=AUDIENCES),
        Field("channel", _("Through which channel"), Sort.CHOICE, TEAM, choices=CHANNELS),
        Field("owner", _("Who sees to it"), Sort.PERSON, TEAM),
        Field("plan_for", _("Planned for"), Sort.DATE, TEAM),
        Field(
            "reached",
            _("How many people it reached"),
            Sort.WHOLE,
            TEAM,
            help=_("Leave it empty where nobody counted."),
        ),
        Field("address", _("Where it can be seen"), Sort.URL, TEAM),
    ),
)
