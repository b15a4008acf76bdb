from django.utils.translation import gettext_lazy as _

from cairn.registers.choices import AUDIENCES
from cairn.registers.shape import TEAM, Field, Group, Kind, Sort

KIND = Kind(
    key="community_action",
    name=_("Community action"),
    plural=_("Community actions"),
    purpose=_(
        "Record what participants do for the community by their own choice, and what you do so that the community opens up."
    ),
    group=Group.COMMUNITY,
    title="title",
    happened="held_on",
    columns=("aim", "initiator", "participants", "safety_check"),
    fields=(
        Field("title", _("What was done"), Sort.TEXT, TEAM, required=True),
        Field("held_on", _("Day"), Sort.DATE, TEAM, required=True),
        Field(
            "aim",
            _("Aimed at whom"),
            Sort.CHOICE,
            TEAM,
            required=True,
            choices=(
                ("common-good", _("participants act for the common good")),
                ("receiving", _("the receiving society opens up")),
                ("both", _("both meet")),
            ),
        ),
        Field("audiences", _("Who was addressed"), Sort.CHOICES, TEAM, choices=AUDIENCES),
        Field(
            "initiator",
            _("Whose idea it was"),
            Sort.CHOICE,
            TEAM,
            choices=(
                ("participants", _("participants")),
                ("locals", _("locals")),
                ("partners", _("partners")),
                ("staff", _("staff")),
            ),
        ),
        Field("participants", _("Participants who took part by choice"), Sort.WHOLE, TEAM),
        Field("locals", _("Locals who took part"), Sort.WHOLE, TEAM),
        Field(
            "safety_check",
            _("Checked beforehand that it is safe"),
            Sort.YESNO,
            TEAM,
            help=_("Place, faces, press, who else comes; and that staying away costs nothing."),
        ),
        Field("partners", _("With which partners"), Sort.LINKS, TEAM, to=("stakeholder",)),
        Field("confirmed", _("A partner confirmed it"), Sort.YESNO, TEAM),
    ),
)
