from django.utils.translation import gettext_lazy as _

from cairn.registers.choices import RATINGS, SIDES
from cairn.registers.shape import TEAM, Field, Group, Kind, Life, Sort

KIND = Kind(
    key="statement",
    name=_("Statement by an outsider"),
    plural=_("Statements by outsiders"),
    purpose=_(
        "Collect what others say of the practice, each with the side they speak for, a day and a document."
    ),
    group=Group.PARTNERS,
    life=Life.USE,
    title="who",
    happened="given_on",
    due="renew_by",
    columns=("side", "about", "rating"),
    fields=(
        Field(
            "who",
            _("Who says so"),
            Sort.TEXT,
            TEAM,
            required=True,
            help=_("Office or function; no participant."),
        ),
        Field("organisation", _("On the map of stakeholders"), Sort.LINK, TEAM, to=("stakeholder",)),
        Field("side", _("For which side they speak"), Sort.CHOICE, TEAM, required=True, choices=SIDES),
        Field(
            "about",
            _("About what"),
            Sort.CHOICE,
            TEAM,
            required=True,
            choices=(
                ("success", _("whether it is a success")),
                ("ownership", _("whether they own it too")),
                ("capacity", _("whether it made them stronger")),
                ("rights", _("whether it keeps to human rights")),
                ("gaps", _("whether it fills a gap")),
                ("other", _("something else")),
            ),
        ),
        Field("given_on", _("Given on"), Sort.DATE, TEAM, required=True),
        Field("rating", _("How they judge it"), Sort.CHOICE, TEAM, choices=RATINGS),
        Field("signed", _("Signed"), Sort.YESNO, TEAM),
        Field("words", _("What they say"), Sort.LONG, TEAM),
        Field("address", _("Where it lies"), Sort.URL, TEAM),
        Field("renew_by", _("Ask anew by"), Sort.DATE, TEAM),
    ),
)
