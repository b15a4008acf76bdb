"""E1.3: how to speak with neighbours and authorities was planned before the practice began."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from cairn.evidence import blocks
from cairn.evidence.asking import Asking, must, should, traced
from cairn.evidence.rule import Limit, Rule, Unit
from cairn.evidence.shape import Part, Task
from cairn.participants.counting import Share

NEEDED = {"host-community", "local-authority"}
PLAN = Task(_("Write the communication plan: neighbours and authorities, what they hear, who sees to it, what is never said"), "record_new", ("communication_plan",))  # fmt: skip
ACT = Task(_("Write down what was done of the communication plan"), "record_new", ("communication_action",))


def parts(asking: Asking) -> Iterator[Part]:
    plans = asking.records.rows("communication_plan")
    whole = [row for row in plans if set(row["audiences"]) >= NEEDED and row["channels"] and row["owner"] and row["message"] and row["safety"]]  # fmt: skip
    actions = asking.records.rows("communication_action")
    done = [row for row in actions if row.closed_on]
    yield must(
        "before",
        _("A communication plan from before the practice began"),
        blocks.dated_before(traced(plans), asking.practice.starts_on),
        PLAN,
    )
    yield must(
        "whole",
        _("It names neighbours and authorities, message, channels, who sees to it and what is never said"),
        blocks.share(Share(len(whole), len(plans)), 0.01, traces=traced(whole)),
        PLAN,
    )
    yield should(
        "done",
        _("What was planned was done"),
        blocks.share(Share(len(done), len(actions)), asking.limit("done"), traces=traced(done)),
        ACT,
    )


RULE = Rule(
    item="E1.3",
    limits={"done": Limit(_("Share of planned communication that was done"), Unit.SHARE)},
    parts=parts,
)
