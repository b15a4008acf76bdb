from django.utils.translation import gettext_lazy as _

from cairn.registers.choices import LEVELS
from cairn.registers.shape import TEAM, Field, Group, Kind, Life, Sort

KIND = Kind(
    key="standard",
    name=_("Standard used"),
    plural=_("Standards used"),
    purpose=_(
        "List the local, national and international standards and tools that you use, and where they show in your work."
    ),
    group=Group.DELIVERY,
    life=Life.USE,
    title="title",
    happened="used_on",
    early=True,
    columns=("level", "version", "used_in"),
    fields=(
        Field("title", _("Title"), Sort.TEXT, TEAM, required=True),
        Field("body", _("Issued by"), Sort.TEXT, TEAM),
        Field("level", _("Level"), Sort.CHOICE, TEAM, required=True, choices=LEVELS),
        Field("version", _("Version or year"), Sort.TEXT, TEAM),
        Field("current", _("It is the version in force"), Sort.YESNO, TEAM),
        Field("address", _("Where it can be read"), Sort.URL, TEAM),
        Field("used_for", _("What you use it for"), Sort.TEXT, TEAM),
        Field(
            "used_in",
            _("Where it was used"),
            Sort.LINKS,
            TEAM,
            to=("document", "training", "capacity_action", "information_item", "evaluation"),
        ),
        Field("used_on", _("Last used on"), Sort.DATE, TEAM),
    ),
)
