from django.utils.translation import gettext_lazy as _

from cairn.registers.choices import COMPETENCES
from cairn.registers.shape import TEAM, Field, Group, Kind, Sort

KIND = Kind(
    key="training",
    name=_("Training of staff"),
    plural=_("Trainings of staff"),
    purpose=_("Record what colleagues learned together: topic, hours and who was there."),
    group=Group.DELIVERY,
    title="topic",
    happened="given_on",
    early=True,
    columns=("competences", "hours", "members"),
    fields=(
        Field("topic", _("Topic"), Sort.TEXT, TEAM, required=True),
        Field(
            "given_on",
            _("Day"),
            Sort.DATE,
            TEAM,
            required=True,
            help=_("The last day, where it took several."),
        ),
        Field("hours", _("Hours"), Sort.DECIMAL, TEAM, required=True),
        Field("competences", _("Competences it is about"), Sort.CHOICES, TEAM, choices=COMPETENCES),
        Field("members", _("Who took part"), Sort.LINKS, TEAM, to=("staff_member",)),
        Field("needs", _("Training needs it answers"), Sort.LINKS, TEAM, to=("training_need",)),
        Field("given_by", _("Given by"), Sort.TEXT, TEAM),
    ),
)
