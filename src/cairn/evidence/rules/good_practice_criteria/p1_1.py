"""P1.1: those who matter were there when the practice was designed, and it is decided how they stay in."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from cairn.evidence import blocks
from cairn.evidence.asking import Asking, must, should, traced
from cairn.evidence.enums import Side
from cairn.evidence.rows import done, jointly, naming
from cairn.evidence.rule import Limit, Rule, Unit
from cairn.evidence.shape import Part, Task
from cairn.participants.counting import Share
from cairn.registers.facts import Row

KINDS = {
    "civil-society": "civil_society",
    "public-authority": "public_authority",
    "business": "business",
    "migrants": "migrants",
}
"""Sides of stakeholders, and the field of a meeting that counts their people."""
MAP = Task(_("Map who has a say or an interest in the practice"), "record_new", ("stakeholder",))
STRATEGY = Task(_("Decide for each on the map how you work with them, and what you do to that end"), "register", ("stakeholder",))  # fmt: skip
DESIGN = Task(_("Design with civil society, authorities, business and migrants at one table, and write the meeting down"), "record_new", ("meeting",))  # fmt: skip
AGREE = Task(_("Sign an agreement with each partner"), "record_new", ("agreement",))
TASKS = Task(_("Mark what was agreed in meetings as done"), "register", ("meeting_action",))


def parts(asking: Asking) -> Iterator[Part]:
    mapped = asking.records.rows("stakeholder")
    standing = [row for row in mapped if row.is_open]
    minded = [row for row in standing if row["approach"] and row["strategy"]]
    meetings = asking.records.rows("meeting")
    designed = [row for row in meetings if row["type"] == "design" or row["phase"] == "design"]
    wide = [row for row in designed if len(_kinds(row, mapped)) >= asking.number("kinds")]
    partners = [row for row in standing if row["approach"] == "partner"]
    signed = [row for row in asking.records.rows("agreement") if row.is_open and row["form"] != "spoken"]
    bound = [row for row in partners if any(row.id in one["partners"] for one in signed)]
    agreed = naming(asking.records.rows("meeting_action"), "source", meetings)
    yield must("map", _("A map of stakeholders from before the practice began"), blocks.dated_before(traced(mapped), asking.practice.starts_on), MAP)  # fmt: skip
    yield must("strategy", _("It is decided how to work with each of them"), blocks.share(Share(len(minded), len(standing)), asking.limit("strategy"), 0.01, traces=traced(minded)), STRATEGY)  # fmt: skip
    yield must("design", _("Most kinds were at one table when it was designed"), blocks.share(Share(len(wide), min(len(designed), 1)), 1, traces=jointly(wide)), DESIGN)  # fmt: skip
    yield should("agreements", _("Partners have signed an agreement"), blocks.share(Share(len(bound), len(partners)), asking.limit("agreements"), traces=traced(signed, Side.PARTNERS)), AGREE)  # fmt: skip
    yield should("done", _("What was agreed was done"), blocks.share(done(agreed, asking.today), asking.limit("done"), traces=traced(row for row in agreed if row.closed_on)), TASKS)  # fmt: skip


def _kinds(meeting: Row, mapped: list[Row]) -> set[str]:
    there = {row["side"] for row in mapped if row.id in meeting["organisations"]}
    return {kind for kind, field in KINDS.items() if kind in there or meeting[field]}


RULE = Rule(
    item="P1.1",
    limits={
        "strategy": Limit(_("Share of stakeholders for whom it is decided"), Unit.SHARE),
        "kinds": Limit(
            _("Kinds at one table, of civil society, authorities, business and migrants"), Unit.COUNT
        ),
        "agreements": Limit(_("Share of partners with a signed agreement"), Unit.SHARE),
        "done": Limit(_("Share of agreed tasks that were done"), Unit.SHARE),
    },
    parts=parts,
)
