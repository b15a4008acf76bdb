from django.utils.translation import gettext_lazy as _

from cairn.registers.shape import TEAM, Field, Group, Kind, Life, Sort

KIND = Kind(
    key="feedback_channel",
    name=_("Channel for feedback"),
    plural=_("Channels for feedback"),
    purpose=_(
        "List the ways in which people can say what they think, at least one of them without a name and one not run by the facilitator."
    ),
    group=Group.COMMUNITY,
    life=Life.USE,
    title="title",
    happened="since",
    due="test_by",
    early=True,
    columns=("form", "anonymous", "run_by", "languages"),
    fields=(
        Field("title", _("Channel"), Sort.TEXT, TEAM, required=True),
        Field(
            "form",
            _("Form"),
            Sort.CHOICE,
            TEAM,
            required=True,
            choices=(
                ("link", _("a form behind a link or code")),
                ("box", _("a box or paper form")),
                ("phone", _("telephone or messages")),
                ("talk", _("a talk with a person")),
                ("group", _("a talk in the group")),
                ("outside", _("a body outside the practice")),
            ),
        ),
        Field("since", _("Open since"), Sort.DATE, TEAM, required=True),
        Field("languages", _("In which languages"), Sort.LANGUAGES, TEAM),
        Field("anonymous", _("Can be used without a name"), Sort.YESNO, TEAM),
        Field(
            "run_by",
            _("Who reads it first"),
            Sort.CHOICE,
            TEAM,
            choices=(
                ("facilitator", _("whoever runs the session")),
                ("colleague", _("another colleague")),
                ("outsider", _("someone outside the practice")),
            ),
        ),
        Field("sensitive", _("Takes what is sensitive past the team concerned"), Sort.YESNO, TEAM),
        Field("tested_on", _("Last tested by somebody independent on"), Sort.DATE, TEAM),
        Field("test_by", _("Test it again by"), Sort.DATE, TEAM),
    ),
)
