from django.utils.translation import gettext_lazy as _

from cairn.registers.shape import TEAM, Field, Group, Kind, Life, Sort

KIND = Kind(
    key="document",
    name=_("Policy or document"),
    plural=_("Policies and documents"),
    purpose=_(
        "List the policies, manuals and checks that the practice works by, and when each was last read again."
    ),
    group=Group.DELIVERY,
    life=Life.USE,
    title="title",
    happened="adopted_on",
    due="review_by",
    early=True,
    columns=("type", "version", "reviewed_on"),
    fields=(
        Field("title", _("Title"), Sort.TEXT, TEAM, required=True),
        Field(
            "type",
            _("What it is"),
            Sort.CHOICE,
            TEAM,
            required=True,
            choices=(
                ("conduct", _("code of conduct")),
                ("safeguarding", _("protection from misconduct of staff")),
                ("children", _("protection of children")),
                ("data", _("data protection impact assessment")),
                ("equality", _("equality and diversity")),
                ("complaints", _("complaints")),
                ("security", _("security and contact")),
                ("participation", _("participation and compensation")),
                ("manual", _("manual or method")),
                ("handover", _("handover")),
                ("harm", _("check of harm to people and environment")),
                ("report", _("report")),
                ("other", _("other")),
            ),
        ),
        Field("version", _("Version"), Sort.TEXT, TEAM),
        Field("adopted_on", _("In force since"), Sort.DATE, TEAM, required=True),
        Field("reviewed_on", _("Last read again on"), Sort.DATE, TEAM),
        Field(
            "unconditional", _("Says that help does not depend on working with the police"), Sort.YESNO, TEAM
        ),
        Field("address", _("Where it lies"), Sort.URL, TEAM),
        Field("review_by", _("Read it again by"), Sort.DATE, TEAM),
    ),
)
