"""What a file of rules holds: blocks over sets of records, with their words, their limits and examples beside them."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field

from cairn.evidence.enums import Outcome, Side
from cairn.evidence.rule import Unit
from cairn.frameworks.shape import Id, Shape, Text

FORMAT = "cairn-rules-1"
FRESH = (30, 90, 180, 365)
"""Days of the classes of freshness (evidence.md 4.1)."""
Number = float | str
"""A number, or the name of one of the rule's limits."""


def _class_of_freshness(days: int) -> int:
    if days not in FRESH:
        raise ValueError(f"one of {', '.join(map(str, FRESH))} days")
    return days


class Records(Shape):
    """A set of records of one register."""

    what: str
    """Key of the register, such as `meeting`."""
    where: dict[str, Any] = {}
    """By field: a value that it has, or a list of values of which it has one; `true` and `false` for yes and no."""
    months: int | None = Field(default=None, gt=0)
    """Only what happened within so many months."""
    side: Side = Side.TEAM
    """Whom these records come from; a second side makes evidence independent."""


class Exists(Records):
    pass


class Count(Records):
    at_least: Number
    partly: Number = 1


class ShareOf(Records):
    part: dict[str, Any]
    """What the part of them has that is counted, as in `where`."""
    at_least: Number
    partly: Number | None = None
    enough: int = 1


class Coverage(Records):
    field: str
    """The field whose values are compared with what is needed."""
    needed: list[str] = Field(min_length=1)
    at_least: Number = 1
    partly: Number | None = None


class Cadence(Records):
    every: Number
    """Months."""
    gap: Number | None = None


class Lag(Records):
    start: str = Field(alias="from")
    """A field that holds a day."""
    end: str = Field(alias="to")
    at_most: Number
    """Days."""
    at_least: Number | None = None


class PairedChange(Records):
    first: str
    """A field that holds a number."""
    last: str
    at_least: Number
    high: float


class Gap(Records):
    by: str
    """The field that divides them into groups."""
    part: dict[str, Any]
    at_most: Number


class Reviewed(Records):
    on: str = ""
    """The field with the day of the last review; without it, the day that each record has."""
    within: Number
    """Months."""


class Loop(Records):
    decided: dict[str, Any]
    told: dict[str, Any]
    at_least: Number
    partly: Number | None = None


class DatedBefore(Records):
    """Before the practice began."""

    at_least: Number = 1


class Uptake(Shape):
    given: Records
    confirmed: Records
    at_least: Number = 1


class Missing(Shape):
    """What to do where the part is not met."""

    says: Text
    open: str
    """Key of the register in which it is written down."""


class AuthoredPart(Shape):
    """One question to the records: exactly one block."""

    key: Id
    asks: Text
    exists: Exists | None = None
    count: Count | None = None
    share: ShareOf | None = None
    coverage: Coverage | None = None
    cadence: Cadence | None = None
    lag: Lag | None = None
    paired_change: PairedChange | None = None
    gap: Gap | None = None
    reviewed: Reviewed | None = None
    loop: Loop | None = None
    dated_before: DatedBefore | None = None
    uptake: Uptake | None = None
    missing: Missing | None = None

    @property
    def blocks(self) -> dict[str, Shape]:
        """What it asks, by the name of the block."""
        found = ((name, getattr(self, name)) for name in BLOCKS)
        return {name: block for name, block in found if block is not None}


BLOCKS = (
    "exists", "count", "share", "coverage", "cadence", "lag", "paired_change", "gap", "reviewed", "loop", "dated_before", "uptake",
)  # fmt: skip


class AuthoredLimit(Shape):
    value: float
    unit: Unit
    says: Text


class Pretended(Shape):
    """A record of an example."""

    kind: str
    days_ago: int
    entered_days_ago: int | None = None
    """Where it was entered later than it happened."""
    closed: bool = False
    values: dict[str, Any] = {}


class Example(Shape):
    """What the rule gives for some records: its specification, and checked with it."""

    says: Text
    records: list[Pretended] = []
    gives: Outcome
    strength: int | None = None


class AuthoredRule(Shape):
    fresh_for: Annotated[int, AfterValidator(_class_of_freshness)] = 180
    same_as: str = ""
    """Another framework's item whose rule is asked instead: `good-practice-criteria/E2.1`. Then nothing else is said but why."""
    why: str = ""
    limits: dict[Id, AuthoredLimit] = {}
    must: list[AuthoredPart] = []
    should: list[AuthoredPart] = []
    veto: list[AuthoredPart] = []
    statement: str = ""
    """What only a person can say; without it the item is never more than partly supported."""
    examples: list[Example] = []


class RulesFile(Shape):
    format: Literal["cairn-rules-1"]
    framework: Id
    rules: dict[Id, AuthoredRule]
