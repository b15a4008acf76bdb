"""P1.2: many sides are asked together at one table, migrants among them, and decide together."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from cairn.evidence import blocks
from cairn.evidence.asking import Asking, must, should, signing, traced
from cairn.evidence.enums import Side
from cairn.evidence.rows import done, naming
from cairn.evidence.rule import Limit, Rule, Unit
from cairn.evidence.shape import Part, Task
from cairn.participants.counting import Share
from cairn.registers.facts import Row

SIDES = (("professionals",), ("public_authority", "civil_society", "business"), ("citizens",), ("migrants",))
"""Fields that count who was there; those of one side stand together."""
PEOPLE = [name for side in SIDES for name in side]
MEET = Task(_("Bring professionals, institutions, neighbours and migrants together, and write the consultation down"), "record_new", ("meeting",))  # fmt: skip
JOINT = Task(_("Write down what was decided jointly at the consultation of many sides"), "register", ("meeting",))  # fmt: skip
TASKS = Task(_("Mark what was agreed with many sides as done"), "register", ("meeting_action",))
ASK = Task(_("Ask partners whether they own the practice too, and keep what they say"), "record_new", ("statement",))  # fmt: skip


def parts(asking: Asking) -> Iterator[Part]:
    """Ordinary meetings with partners do not count."""
    meetings = [row for row in asking.records.lately("meeting") if row["type"] == "multi"]
    wide = [row for row in meetings if _sides(row) >= asking.number("sides")]
    heard = [row for row in wide if _migrants_count(row, asking)]
    joint = [row for row in meetings if row["joint"] and row["decisions"]]
    agreed = naming(asking.records.rows("meeting_action"), "source", meetings)
    asked = [row for row in asking.records.lately("statement") if row["about"] == "ownership" and row["rating"]]  # fmt: skip
    own = [row for row in asked if row["rating"] in {"4", "5"}]
    needed = asking.number("events") if meetings else 0
    yield must("wide", _("Consultations of many sides in twelve months"), blocks.share(Share(len(wide), needed), 1, 0.01, traces=traced(wide)), MEET)  # fmt: skip
    yield must("migrants", _("Migrants had their place at such a table"), blocks.share(Share(len(heard), needed), 1, 0.01, traces=traced(heard)), MEET)  # fmt: skip
    yield must("joint", _("What was decided was decided jointly"), blocks.share(Share(len(joint), needed), 1, 0.01, traces=traced(joint)), JOINT)  # fmt: skip
    yield should(
        "done",
        _("What was agreed was done"),
        blocks.share(done(agreed, asking.today), asking.limit("done"), traces=traced(row for row in agreed if row.closed_on)),
        TASKS,
    )  # fmt: skip
    yield should(
        "owned",
        _("Partners say that they own it too"),
        blocks.share(Share(len(own), len(asked)), asking.limit("owned"), traces=traced(asked, Side.PARTNERS)),
        ASK,
    )
    yield should("stated", _("Somebody signs that all feel the decisions to be theirs"), blocks.exists(asking.statements()), signing(asking))  # fmt: skip


def _sides(row: Row) -> int:
    return sum(any(row[name] for name in side) for side in SIDES)


def _migrants_count(row: Row, asking: Asking) -> bool:
    there, migrants = sum(row[name] or 0 for name in PEOPLE), row["migrants"] or 0
    return migrants >= asking.number("migrants") or (migrants > 0 and migrants / there >= asking.limit("migrants_share"))  # fmt: skip


RULE = Rule(
    item="P1.2",
    limits={
        "events": Limit(_("Consultations of many sides in twelve months"), Unit.COUNT),
        "sides": Limit(_("Of professionals, institutions, citizens and migrants, at one table"), Unit.COUNT),
        "migrants": Limit(_("Migrants at one table"), Unit.COUNT),
        "migrants_share": Limit(_("Or their share of all who were there"), Unit.SHARE),
        "done": Limit(_("Share of agreed tasks that were done"), Unit.SHARE),
        "owned": Limit(_("Share of asked partners who own it too"), Unit.SHARE),
    },
    parts=parts,
)
