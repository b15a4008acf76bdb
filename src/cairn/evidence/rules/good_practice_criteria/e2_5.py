"""E2.5: somebody checks whether what changed for people stays, and whether the practice brought it about."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from cairn.evidence import blocks
from cairn.evidence.asking import Asking, must, should, signing, traced
from cairn.evidence.daily import follow_ups
from cairn.evidence.enums import Side
from cairn.evidence.rule import Limit, Rule, Unit
from cairn.evidence.shape import Part, Task, Trace
from cairn.participants.counting import Share

TERMS = (3, 6, 12)
"""Months after leaving; later ones are asked too and not counted here."""
ASK = Task(_("Ask people who left how they fare, by a safe way only"), "plans")
EVALUATE = Task(_("Evaluate against the start, and enter the evaluation"), "record_new", ("evaluation",))
UNINTENDED = Task(_("Write down what nobody had intended, also where nothing was found"), "register", ("evaluation",))  # fmt: skip
OUTSIDE = Task(_("Let somebody from outside evaluate"), "record_new", ("evaluation",))


def parts(asking: Asking) -> Iterator[Part]:
    due = follow_ups(asking)
    asked = [one for one in due if one.months in TERMS]
    reached = [one for one in asked if one.contact == "reached"]
    heard = [Trace(one.done_on, one.done_on, Side.PARTICIPANTS) for one in reached if one.done_on]
    made = asking.records.lately("evaluation", asking.number("months"))
    compared = [row for row in made if row["baseline"]]
    outside = [row for row in made if row["type"] == "external"]
    yield must("follow_up", _("People were asked again after leaving, as was due"), blocks.share(Share(len(reached), len(asked)), asking.limit("follow_up"), 0.01, traces=heard), ASK)  # fmt: skip
    yield must("evaluation", _("An evaluation compared with the start"), blocks.share(Share(len(compared), min(len(made), 1)), 1, traces=traced(compared)), EVALUATE)  # fmt: skip
    yield should("unintended", _("It looked for what nobody had intended"), blocks.exists(traced(row for row in made if row["unintended"])), UNINTENDED)  # fmt: skip
    yield should("outside", _("Somebody from outside evaluated"), blocks.exists(traced(outside, Side.OUTSIDE)), OUTSIDE)  # fmt: skip
    yield should("stated", _("Somebody signs what of it goes back to the practice"), blocks.exists(asking.statements()), signing(asking))  # fmt: skip
    yield should("method", _("It says by which method"), blocks.exists(traced(row for row in made if row["method"] != "other")), EVALUATE)  # fmt: skip


RULE = Rule(
    item="E2.5",
    limits={
        "follow_up": Limit(_("Share that was reached after leaving, of those due"), Unit.SHARE),
        "months": Limit(_("Months within which there is an evaluation"), Unit.MONTHS),
    },
    parts=parts,
)
