"""R1.2: what support is missing in the area is known, and what the practice does fills it.

Whether fewer needs stay unmet than before is left out: Cairn tells where needs stand today, not where they stood.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from cairn.evidence import blocks
from cairn.evidence.asking import Asking, must, should, signing, traced
from cairn.evidence.enums import Side
from cairn.evidence.rule import Limit, Rule, Unit
from cairn.evidence.shape import Part, Task
from cairn.participants.counting import Share

if TYPE_CHECKING:
    from cairn.registers.facts import Row

ANALYSE = Task(_("Find out from at least two sources what support is missing"), "record_new", ("gap_analysis",))  # fmt: skip
ANSWER = Task(_("Say for each gap what answers it, or why it is not yours"), "register", ("gap",))
CONFIRM = Task(_("Ask somebody outside whether you fill a gap"), "record_new", ("statement",))


def parts(asking: Asking) -> Iterator[Part]:
    analyses = asking.records.rows("gap_analysis")
    broad = [row for row in analyses if len(row["sources"]) >= asking.number("sources")]
    gaps = asking.records.rows("gap")
    answered = [row for row in gaps if _is_answered(row)]
    said = [row for row in asking.records.lately("statement") if row["about"] == "gaps" and row["rating"] in {"4", "5"}]  # fmt: skip
    yield must(
        "analysis",
        _("A current gap analysis from several sources"),
        blocks.reviewed(traced(broad), asking.today, asking.number("within")),
        ANALYSE,
    )
    yield must(
        "answered",
        _("Gaps have an activity, a way to someone else, or a reason why they are not ours"),
        blocks.share(Share(len(answered), len(gaps)), asking.limit("answered"), traces=traced(answered)),
        ANSWER,
    )
    yield should("confirmed", _("Somebody outside says that a gap is filled"), blocks.exists(traced(said, Side.OUTSIDE)), CONFIRM)  # fmt: skip
    yield should("stated", _("Somebody says why these gaps were chosen"), blocks.exists(asking.statements()), signing(asking))  # fmt: skip


def _is_answered(gap: "Row") -> bool:
    by = {"activity": gap["activity"], "referral": gap["partner"], "not-ours": gap["reason"]}
    return bool(by.get(gap["answer"]))


RULE = Rule(
    item="R1.2",
    limits={
        "sources": Limit(_("Sources of a gap analysis"), Unit.COUNT),
        "within": Limit(_("Made within so many months"), Unit.MONTHS),
        "answered": Limit(_("Share of gaps with an answer"), Unit.SHARE),
    },
    parts=parts,
)
