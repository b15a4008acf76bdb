from django.utils.translation import gettext_lazy as _

from cairn.registers.choices import COMPETENCES
from cairn.registers.shape import TEAM, Field, Group, Kind, Life, Sort

KIND = Kind(
    key="training_need",
    name=_("Training need"),
    plural=_("Training needs"),
    purpose=_("Note what a colleague still has to learn for a role, and by when."),
    group=Group.DELIVERY,
    life=Life.TASK,
    title="competence",
    happened="noted_on",
    due="plan_for",
    part_of="staff_plan",
    early=True,
    columns=("members", "roles"),
    fields=(
        Field(
            "competence", _("What has to be learned"), Sort.CHOICE, TEAM, required=True, choices=COMPETENCES
        ),
        Field("noted_on", _("Noted on"), Sort.DATE, TEAM, required=True),
        Field("members", _("For whom"), Sort.LINKS, TEAM, to=("staff_member",)),
        Field("roles", _("For which roles"), Sort.LINKS, TEAM, to=("staff_role",)),
        Field("how", _("How it shall be learned"), Sort.TEXT, TEAM),
        Field("plan_for", _("Planned by"), Sort.DATE, TEAM),
    ),
)
