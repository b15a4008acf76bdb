from django.utils.translation import gettext_lazy as _

from cairn.registers.choices import PHASES
from cairn.registers.shape import TEAM, Field, Group, Kind, Life, Sort

KIND = Kind(
    key="consultation",
    name=_("Consultation"),
    plural=_("Consultations"),
    purpose=_(
        "Ask the people whom it is for, in their languages, and follow what they say to a decision that they hear of."
    ),
    group=Group.COMMUNITY,
    life=Life.CASE,
    title="title",
    happened="held_on",
    due="tell_by",
    early=True,
    columns=("format", "phase", "participants"),
    fields=(
        Field("title", _("What it was about"), Sort.TEXT, TEAM, required=True),
        Field("held_on", _("Day"), Sort.DATE, TEAM, required=True),
        Field(
            "format",
            _("Form"),
            Sort.CHOICE,
            TEAM,
            required=True,
            choices=(
                ("group", _("talk in a group")),
                ("single", _("talks one to one")),
                ("workshop", _("workshop or design together")),
                ("survey", _("written or spoken survey")),
                ("creative", _("pictures, walk, theatre or cooking")),
                ("council", _("council of participants")),
            ),
        ),
        Field("phase", _("In which phase"), Sort.CHOICE, TEAM, required=True, choices=PHASES),
        Field(
            "topics",
            _("What could be influenced"),
            Sort.CHOICES,
            TEAM,
            choices=(
                ("design", _("what is offered")),
                ("delivery", _("how it is done")),
                ("rules", _("rules")),
                ("evaluation", _("how it is evaluated")),
                ("money", _("what money is spent on")),
            ),
        ),
        Field("languages", _("In which languages"), Sort.LANGUAGES, TEAM, required=True),
        Field("understood", _("Everyone could follow in a language of theirs"), Sort.YESNO, TEAM),
        Field("mediator_needed", _("A mediator was needed"), Sort.YESNO, TEAM),
        Field("mediator_present", _("A mediator was there"), Sort.YESNO, TEAM),
        Field("participants", _("How many participants"), Sort.WHOLE, TEAM, required=True),
        Field("locals", _("How many locals"), Sort.WHOLE, TEAM),
        Field(
            "place_time",
            _("Place and time of day"),
            Sort.TEXT,
            TEAM,
            help=_("So that it shows whether these vary. No address."),
        ),
        Field("tell_by", _("Tell them what came of it by"), Sort.DATE, TEAM),
    ),
)
