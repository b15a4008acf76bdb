"""I3.3: people are asked in ways that suit them, and what they give is made good.

Whether times and places vary is left out: they are kept in words, which rules do not read. So is a budget line for it: lines say in
words what they are for.
"""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from cairn.evidence import blocks
from cairn.evidence.asking import Asking, must, should, signing, traced
from cairn.evidence.enums import Side
from cairn.evidence.rule import Limit, Rule, Unit
from cairn.evidence.shape import Part, Task
from cairn.participants.counting import Share

ASK = Task(_("Ask people in another way than last time, and write it down"), "record_new", ("consultation",))
UNDERSTOOD = Task(_("Say for each consultation whether all could follow, and whether a mediator was there"), "register", ("consultation",))  # fmt: skip
OFFER = Task(_("Offer those who contribute something for it, and record it"), "record_new", ("compensation",))  # fmt: skip


def parts(asking: Asking) -> Iterator[Part]:
    held = asking.records.lately("consultation")
    followed = [row for row in held if row["understood"] and (row["mediator_present"] or not row["mediator_needed"])]  # fmt: skip
    given = [row for row in asking.records.rows("compensation") if {each.id for each in held} & set(row["source"])]  # fmt: skip
    offered = {row.id: max((each["offered"] for each in given if row.id in each["source"]), default=0) for row in held}  # fmt: skip
    people = sum(row["participants"] for row in held)
    reached = sum(min(row["participants"], offered[row.id]) for row in held)
    yield must(
        "formats",
        _("People were asked in several ways"),
        blocks.count(traced({row["format"]: row for row in held}.values()), asking.number("formats")),
        ASK,
    )
    yield must(
        "followed",
        _("Everyone could follow, with a mediator where one was needed"),
        blocks.share(Share(len(followed), len(held)), asking.limit("followed"), 0.01, traces=traced(followed)),
        UNDERSTOOD,
    )  # fmt: skip
    yield must(
        "offered",
        _("Those who contributed were offered something for it"),
        blocks.share(Share(reached, people), asking.limit("offered"), 0.01, traces=traced(given)),
        OFFER,
    )
    yield should(
        "taken",
        _("Some of it was taken"),
        blocks.exists(traced((row for row in given if row["paid"]), Side.PARTICIPANTS)),
        OFFER,
    )
    yield should("stated", _("Somebody says why the way of asking suits the people"), blocks.exists(asking.statements()), signing(asking))  # fmt: skip


RULE = Rule(
    item="I3.3",
    limits={
        "formats": Limit(_("Different ways of asking in twelve months"), Unit.COUNT),
        "followed": Limit(_("Share of consultations that everyone could follow"), Unit.SHARE),
        "offered": Limit(_("Share of contributors who were offered something"), Unit.SHARE),
    },
    parts=parts,
)
