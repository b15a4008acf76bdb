"""I2.1: integration goes both ways: employers, offices and neighbours change as well.

Whether answers of local people improve is left out: answers to forms are anonymous, so first and last cannot be paired.
"""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from cairn.evidence import blocks
from cairn.evidence.asking import Asking, must, should, signing, traced
from cairn.evidence.enums import Side
from cairn.evidence.rows import begun
from cairn.evidence.rule import Limit, Rule, Unit
from cairn.evidence.shape import Part, Task

ACT = Task(_("Write down what you did so that the receiving side opens up"), "record_new", ("community_action",))  # fmt: skip
CHANGE = Task(_("Note where an employer, an office or a service changed its ways"), "record_new", ("receiving_change",))  # fmt: skip
CONFIRM = Task(_("Ask those who changed something to confirm it"), "register", ("receiving_change",))


def parts(asking: Asking) -> Iterator[Part]:
    actions = [row for row in asking.records.lately("community_action") if row["aim"] != "common-good"]
    changes = asking.records.lately("receiving_change")
    confirmed = [row for row in changes if row["confirmed_on"] and row["confirmed_by"]]
    yield must(
        "actions",
        _("An action aimed at the receiving side in every quarter"),
        blocks.cadence(traced(actions), begun(asking), asking.today, every=asking.number("every")),
        ACT,
    )
    yield must(
        "changes",
        _("Something changed on the receiving side in the last twelve months"),
        blocks.count(traced(changes), asking.number("changes")),
        CHANGE,
    )
    yield should(
        "confirmed",
        _("Those who changed it confirm it"),
        blocks.exists(traced(confirmed, Side.OUTSIDE)),
        CONFIRM,
    )
    yield should("stated", _("Somebody says how much the change matters"), blocks.exists(asking.statements()), signing(asking))  # fmt: skip


RULE = Rule(
    item="I2.1",
    limits={
        "every": Limit(_("At least one action in so many months"), Unit.MONTHS),
        "changes": Limit(_("Changes in twelve months"), Unit.COUNT),
    },
    parts=parts,
)
