"""I3.1: those for whom the practice is help to design and to judge it, and hear what came of what they said."""

from collections.abc import Iterator
from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from cairn.evidence import blocks
from cairn.evidence.asking import Asking, must, should, signing, traced
from cairn.evidence.daily import active
from cairn.evidence.enums import Side
from cairn.evidence.rows import begun
from cairn.evidence.rule import Limit, Rule, Unit
from cairn.evidence.shape import Part, Task
from cairn.listening.facts.evidence import consulted
from cairn.participants.counting import Share

ASK = Task(_("Ask the people whom it is for, and write the consultation down"), "record_new", ("consultation",))  # fmt: skip
DECIDE = Task(_("Record for each point what was decided and why"), "record_new", ("design_decision",))
TELL = Task(_("Tell people what came of what they said"), "record_new", ("told_back",))


def parts(asking: Asking) -> Iterator[Part]:
    """The best attended consultation counts: adding up would count the same people again."""
    records = asking.records
    ever = records.rows("consultation")
    held = records.lately("consultation")
    said = [row for row in records.lately("consultation_input") if row["source"] == "participants"]
    decisions = [row for row in records.lately("design_decision") if row["inputs"] and row["decision"] in {"yes", "partly"}]  # fmt: skip
    within = asking.number("told_days")
    found = consulted(records.rows, asking.since, asking.today)
    due = consulted(records.rows, asking.since, asking.today - timedelta(days=within))
    waits = [*due.lags, *[None] * (due.told.whole - due.told.part)]
    needed = min(asking.number("people"), max(1, round(asking.limit("took_part") * len(active(asking)))))
    most = max((row["participants"] for row in held), default=0)
    judging = [row for row in held if row["phase"] == "evaluation" or "evaluation" in row["topics"]]
    yield must(
        "often",
        _("A consultation in every half year"),
        blocks.cadence(traced(held), begun(asking), asking.today, every=asking.number("every")),
        ASK,
    )
    yield must(
        "phases",
        _("One in each phase that the practice has reached"),
        blocks.coverage(_reached(asking) if ever else set(), {row["phase"] for row in ever}, 1, 0.01),
        ASK,
    )
    yield must(
        "people",
        _("Enough of those who take part were there"),
        blocks.share(Share(most, needed if held else 0), 1, 0.01, traces=traced(said, Side.PARTICIPANTS)),
        ASK,
    )
    yield must("decided", _("What was said got a decision with a reason"), blocks.share(found.decided, asking.limit("decided")), DECIDE)  # fmt: skip
    yield must("traced", _("Something was decided because of what people said"), blocks.exists(traced(decisions)), DECIDE)  # fmt: skip
    yield should("told", _("People heard what came of it in time"), blocks.lag(waits, within), TELL)
    yield should("evaluation", _("They also help to say how the practice is judged"), blocks.exists(traced(judging)), ASK)  # fmt: skip
    yield should("stated", _("Somebody says how far the practice was made together"), blocks.exists(asking.statements()), signing(asking))  # fmt: skip


def _reached(asking: Asking) -> set[str]:
    starts, ends = asking.practice.starts_on, asking.practice.ends_on
    phases = {"design": True, "implementation": starts and starts <= asking.today, "evaluation": ends and ends <= asking.today}  # fmt: skip
    return {phase for phase, reached in phases.items() if reached}


RULE = Rule(
    item="I3.1",
    limits={
        "every": Limit(_("At least one consultation in so many months"), Unit.MONTHS),
        "people": Limit(_("Participants in a consultation"), Unit.COUNT),
        "took_part": Limit(_("Or this share of those who take part, where that is fewer"), Unit.SHARE),
        "decided": Limit(_("Share of what was said that got a decision"), Unit.SHARE),
        "told_days": Limit(_("Told back within so many days"), Unit.DAYS),
    },
    parts=parts,
)
