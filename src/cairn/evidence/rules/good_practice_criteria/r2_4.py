"""R2.4: people come into work or studies that last, or reach what has to come before."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from cairn.evidence import blocks
from cairn.evidence.asking import Asking, must, should
from cairn.evidence.daily import dated
from cairn.evidence.enums import Side
from cairn.evidence.rule import Limit, Rule, Unit
from cairn.evidence.shape import Part, Task
from cairn.plans.facts import answered, figures, left

GOALS = Task(_("Follow goals that come before work: papers, language, childcare, account, housing"), "plans")
LEAVE = Task(_("Record for everyone who left, to what they left"), "participants")
ASK = Task(_("Ask those who left how they fare, by a safe way"), "plans")


def parts(asking: Asking) -> Iterator[Part]:
    records, practice, today = asking.records, asking.practice.pk, asking.today
    told = records.once(figures, practice, asking.since, today)
    leavers = records.some("participant_id on made_at", left, practice, asking.since, today)
    heard = records.some("done_on made_at", answered, practice, asking.since, today)
    yield must(
        "before",
        _("Goals that come before work were reached, of those due"),
        blocks.share(told.preconditions_done, asking.limit("before")),
        GOALS,
    )
    yield must(
        "well",
        _("People left to work, paid training, studies or a recognised qualification"),
        blocks.share(told.positive_exits, asking.limit("well"), traces=dated(leavers, "on")),
        LEAVE,
    )
    yield should(
        "lasts",
        _("Enough were asked again after leaving, and it still stands"),
        blocks.both(
            blocks.share(told.follow_ups_done, asking.limit("asked")),
            blocks.share(told.still_holds, asking.limit("lasts"), traces=dated(heard, "done_on", Side.PARTICIPANTS)),
        ),
        ASK,
    )  # fmt: skip


RULE = Rule(
    item="R2.4",
    limits={
        "before": Limit(_("Share of goals that come before work"), Unit.SHARE),
        "well": Limit(_("Share of those who left"), Unit.SHARE),
        "asked": Limit(_("Share of follow-ups in which the person was reached"), Unit.SHARE),
        "lasts": Limit(_("Share of results that still stand after six months"), Unit.SHARE),
    },
    parts=parts,
)
