"""P2.1: what the practice learnt reaches those who decide on wider plans."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from cairn.evidence import blocks
from cairn.evidence.asking import Asking, must, should, traced
from cairn.evidence.enums import Side
from cairn.evidence.rule import Limit, Rule, Unit
from cairn.evidence.shape import Part, Task
from cairn.participants.counting import Share

WRITE = Task(_("Write down a recommendation and whom it went to"), "record_new", ("policy_recommendation",))
FOLLOW = Task(_("Ask what became of a recommendation"), "register", ("policy_recommendation",))


def parts(asking: Asking) -> Iterator[Part]:
    given = asking.records.lately("policy_recommendation")
    taken = [row for row in given if row["status"] in {"answered", "partly", "taken-up"}]
    citing = [row for row in given if row["own_data"]]
    yield must(
        "contributions",
        _("Recommendations in the last twelve months"),
        blocks.count(traced(given), asking.number("contributions")),
        WRITE,
    )
    yield must(
        "levels",
        _("At several levels, from local to European"),
        blocks.count(traced({row["level"]: row for row in given}.values()), asking.number("levels")),
        WRITE,
    )
    yield must(
        "own_data",
        _("They cite the practice’s own figures"),
        blocks.share(Share(len(citing), len(given)), asking.limit("own_data"), 0.01, traces=traced(citing)),
        Task(_("Add your own figures to a recommendation"), "register", ("policy_recommendation",)),
    )
    yield should(
        "uptake", _("Somebody answered or took one up"), blocks.exists(traced(taken, Side.OUTSIDE)), FOLLOW
    )


RULE = Rule(
    item="P2.1",
    limits={
        "contributions": Limit(_("Recommendations in twelve months"), Unit.COUNT),
        "levels": Limit(_("Levels that they address"), Unit.COUNT),
        "own_data": Limit(_("Share that cites the practice’s own figures"), Unit.SHARE),
    },
    parts=parts,
)
