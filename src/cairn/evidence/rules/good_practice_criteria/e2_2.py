"""E2.2: what could go wrong was foreseen before the practice began, with another way for what would be worst."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from cairn.evidence import blocks
from cairn.evidence.asking import Asking, must, should, traced
from cairn.evidence.rows import begun
from cairn.evidence.rule import Limit, Rule, Unit
from cairn.evidence.shape import Part, Task
from cairn.participants.counting import Share
from cairn.registers.facts import Row

WEIGHT = {"low": 1, "middle": 2, "high": 3}
HIGH = 6
"""Likelihood times impact from which a risk is high, of nine at most."""
FORESEE = Task(_("Write down what could go wrong, and who watches it"), "record_new", ("risk",))
PLAN_B = Task(_("Say for the worst risks what makes them less likely, by what sign you notice them, and what you do then"), "register", ("risk",))  # fmt: skip
REVIEW = Task(_("Look at the risks again, each quarter"), "record_new", ("risk_review",))
HAPPENED = Task(_("Note which risks came true, and whether the plan for the case was used"), "register", ("risk_event",))  # fmt: skip


def parts(asking: Asking) -> Iterator[Part]:
    """The worst risks are the high ones; where none is high, those that weigh most."""
    risks = asking.records.rows("risk")
    owned = [row for row in risks if row["owner"]]
    worst = [row for row in risks if _weight(row) >= min(HIGH, max(map(_weight, risks)))]
    planned = [row for row in worst if row["mitigation"] and row["trigger"] and row["plan_b"]]
    reviews = asking.records.rows("risk_review")
    happened = asking.records.rows("risk_event")
    used = [row for row in happened if row["plan_used"]]
    yield must(
        "before",
        _(
            "Risks foreseen before the practice began, each with likelihood, impact and somebody who watches it"
        ),
        blocks.dated_before(traced(owned), asking.practice.starts_on, asking.number("risks")),
        FORESEE,
    )
    yield must(
        "worst",
        _("Each of the worst has a remedy, a sign by which it is noticed, and another way"),
        blocks.share(Share(len(planned), len(worst)), 1, 0.01, traces=traced(planned)),
        PLAN_B,
    )
    yield should("reviewed", _("Risks were looked at again each quarter"), blocks.cadence(traced(reviews), begun(asking), asking.today, every=asking.number("every")), REVIEW)  # fmt: skip
    yield should("used", _("Where a risk came true, its plan was used"), blocks.share(Share(len(used), len(happened)), asking.limit("used"), traces=traced(used)), HAPPENED)  # fmt: skip


def _weight(row: Row) -> int:
    return WEIGHT[row["likelihood"]] * WEIGHT[row["impact"]]


RULE = Rule(
    item="E2.2",
    limits={
        "risks": Limit(_("Risks foreseen before the start"), Unit.COUNT),
        "every": Limit(_("Months within which risks are looked at again"), Unit.MONTHS),
        "used": Limit(_("Share of risks that came true for which the plan was used"), Unit.SHARE),
    },
    parts=parts,
)
