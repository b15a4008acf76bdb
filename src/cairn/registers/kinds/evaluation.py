from django.utils.translation import gettext_lazy as _

from cairn.registers.shape import TEAM, Field, Group, Kind, Sort

KIND = Kind(
    key="evaluation",
    name=_("Evaluation"),
    plural=_("Evaluations"),
    purpose=_("Look back with a method: what changed against the start, also what nobody intended."),
    group=Group.LEARNING,
    title="title",
    happened="done_on",
    columns=("type", "method", "baseline"),
    fields=(
        Field("title", _("Which evaluation"), Sort.TEXT, TEAM, required=True),
        Field("done_on", _("Finished on"), Sort.DATE, TEAM, required=True),
        Field(
            "type",
            _("By whom"),
            Sort.CHOICE,
            TEAM,
            required=True,
            choices=(
                ("own", _("ourselves")),
                ("peer", _("another practice")),
                ("external", _("an outside evaluator")),
            ),
        ),
        Field(
            "method",
            _("Method"),
            Sort.CHOICE,
            TEAM,
            required=True,
            choices=(
                ("theory", _("along a theory of change")),
                ("before-after", _("before and after")),
                ("comparison", _("with a comparison group")),
                ("participatory", _("together with participants")),
                ("mixed", _("several methods")),
                ("other", _("other")),
            ),
        ),
        Field("baseline", _("Compared with the start"), Sort.YESNO, TEAM),
        Field("participants", _("Participants had a say in how it was done"), Sort.YESNO, TEAM),
        Field(
            "unintended",
            _("What nobody had intended"),
            Sort.LONG,
            TEAM,
            help=_("Good or bad. Write “none found” where you looked and found none."),
        ),
        Field("findings", _("What it found"), Sort.LONG, TEAM),
        Field("evaluator", _("Evaluator"), Sort.TEXT, TEAM),
        Field("address", _("Where it can be read"), Sort.URL, TEAM),
    ),
)
