from django.utils.translation import gettext_lazy as _

from cairn.registers.choices import CHANNELS, DOMAINS
from cairn.registers.shape import TEAM, Field, Group, Kind, Life, Sort

KIND = Kind(
    key="information_item",
    name=_("Information item"),
    plural=_("Information items"),
    purpose=_(
        "List what tells people about the practice, by language, form and channel, and when you last checked it."
    ),
    group=Group.DELIVERY,
    life=Life.USE,
    title="title",
    happened="reviewed_on",
    due="review_by",
    early=True,
    columns=("languages", "format", "channels"),
    fields=(
        Field("title", _("What it is"), Sort.TEXT, TEAM, required=True),
        Field("languages", _("In which languages"), Sort.LANGUAGES, TEAM, required=True),
        Field(
            "format",
            _("Form"),
            Sort.CHOICE,
            TEAM,
            required=True,
            choices=(
                ("text", _("text")),
                ("easy", _("easy language")),
                ("pictures", _("pictures or pictograms")),
                ("audio", _("sound")),
                ("video", _("video")),
                ("spoken", _("told by a person")),
            ),
        ),
        Field(
            "channels", _("Where people come across it"), Sort.CHOICES, TEAM, required=True, choices=CHANNELS
        ),
        Field("topics", _("What it answers"), Sort.CHOICES, TEAM, choices=DOMAINS),
        Field("version", _("Version"), Sort.TEXT, TEAM),
        Field(
            "reviewed_on",
            _("Last checked on"),
            Sort.DATE,
            TEAM,
            required=True,
            help=_("That it is right, and still understood."),
        ),
        Field(
            "discreet",
            _("Checked that it is safe to be seen with"),
            Sort.YESNO,
            TEAM,
            help=_("Nothing on it tells a stranger why somebody has it."),
        ),
        Field("address", _("Where it lies"), Sort.URL, TEAM),
        Field("review_by", _("Check it again by"), Sort.DATE, TEAM),
    ),
)
