from django.utils.translation import gettext_lazy as _

from cairn.registers.choices import DOMAINS
from cairn.registers.shape import TEAM, Field, Group, Kind, Life, Sort

KIND = Kind(
    key="question",
    name=_("Question that comes up"),
    plural=_("Questions that come up"),
    purpose=_("Log what people keep asking: a question that recurs is a gap in your information."),
    group=Group.DELIVERY,
    life=Life.CASE,
    title="question",
    happened="asked_on",
    part_of="information_item",
    columns=("domain", "times", "answers"),
    fields=(
        Field("question", _("What is asked"), Sort.TEXT, TEAM, required=True),
        Field("asked_on", _("Last asked on"), Sort.DATE, TEAM, required=True),
        Field("domain", _("What it is about"), Sort.CHOICE, TEAM, choices=DOMAINS),
        Field("times", _("How often so far"), Sort.WHOLE, TEAM, required=True),
        Field("languages", _("Asked in which languages"), Sort.LANGUAGES, TEAM),
        Field("answers", _("Answered in which information item"), Sort.LINKS, TEAM, to=("information_item",)),
    ),
)
