from django.utils.translation import gettext_lazy as _

from cairn.registers.shape import TEAM, Field, Group, Kind, Sort

KIND = Kind(
    key="supervision",
    name=_("Supervision"),
    plural=_("Supervisions"),
    purpose=_("Record each time that staff had supervision: who and for how long, never what was said."),
    group=Group.DELIVERY,
    title="form",
    happened="held_on",
    columns=("members", "hours"),
    fields=(
        Field(
            "form",
            _("Form"),
            Sort.CHOICE,
            TEAM,
            required=True,
            choices=(
                ("single", _("one to one")),
                ("group", _("in a group")),
                ("peers", _("among colleagues")),
                ("case", _("on casework")),
            ),
        ),
        Field("held_on", _("Day"), Sort.DATE, TEAM, required=True),
        Field("members", _("Who took part"), Sort.LINKS, TEAM, to=("staff_member",)),
        Field("hours", _("Hours"), Sort.DECIMAL, TEAM),
        Field("outside", _("Led by someone from outside"), Sort.YESNO, TEAM),
    ),
)
