from django.utils.translation import gettext_lazy as _

from cairn.registers.shape import TEAM, Field, Group, Kind, Life, Sort

KIND = Kind(
    key="meeting_action",
    name=_("Agreed task"),
    plural=_("Agreed tasks"),
    purpose=_("Write down who does what by when after a meeting or a consultation, and mark it as done."),
    group=Group.PARTNERS,
    life=Life.TASK,
    title="what",
    due="due_on",
    part_of="meeting",
    columns=("source", "owner", "partner"),
    fields=(
        Field("what", _("What is to be done"), Sort.TEXT, TEAM, required=True),
        Field("source", _("Agreed where"), Sort.LINK, TEAM, required=True, to=("meeting", "consultation")),
        Field("owner", _("Who of us sees to it"), Sort.PERSON, TEAM),
        Field("partner", _("Which partner sees to it"), Sort.LINK, TEAM, to=("stakeholder",)),
        Field("due_on", _("Due on"), Sort.DATE, TEAM),
        Field("outcome", _("What came of it"), Sort.TEXT, TEAM),
    ),
)
