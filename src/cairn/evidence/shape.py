"""What passes between records, rules and pages: frozen, without a database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from django.utils.functional import Promise

from cairn.evidence.enums import Outcome, Side, Strength, Verdict, Weight

LATE = timedelta(days=30)
"""A record entered later than this after the event is back-dated (evidence.md 4.1)."""
EVE = timedelta(days=14)
"""So is one about something earlier that was entered in the last days before an assessment."""


@dataclass(frozen=True, slots=True)
class Trace:
    """One record that says something: when it happened, when it was entered, and who it comes from."""

    on: date
    entered: date
    side: Side = Side.TEAM
    record: UUID | None = field(default=None, compare=False)
    """Which record of a register it is; None for records of people, which are only counted."""

    def is_backdated(self, assessed_on: date | None = None) -> bool:
        """Entered late; an event of the last days before an assessment may of course be entered then."""
        if self.entered - self.on > LATE:
            return True
        if assessed_on is None or not assessed_on - EVE <= self.entered <= assessed_on:
            return False
        return self.on < assessed_on - EVE


@dataclass(frozen=True, slots=True)
class Task:
    """What would make the evidence stronger, and where it is done."""

    text: str | Promise
    page: str = ""
    """Name of the address that takes the practice; "" where nothing can be done in Cairn."""
    more: tuple[str, ...] = ()
    """What else that address takes."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What the records say of one question, with the numbers behind it."""

    verdict: Verdict
    part: int | None = None
    whole: int | None = None
    """None with a part: the part is points (0 to 100) by which groups differ."""
    traces: tuple[Trace, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a rule: what is asked, what was found, what is missing."""

    key: str
    weight: Weight
    asks: str | Promise
    """The part in plain words, with its threshold: "Mediator present in every session that needed one"."""
    found: Finding
    missing: tuple[Task, ...] = ()
    """Empty where the part is met."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What a rule suggests of its item on one day."""

    outcome: Outcome
    strength: Strength
    parts: tuple[Part, ...] = ()
    newest: date | None = None
    median: date | None = None
    stale: bool = False
    stale_on: date | None = None
    """The day from which the newest record is too old, unless something newer comes; over already where `stale`."""
    backdated: bool = False
    """More than half of what contributes was entered late or on the eve of an assessment: no more than told."""
    own_limits: tuple[str, ...] = ()
    """Names of the limits that the practice set otherwise than Cairn proposes."""

    @property
    def covered(self) -> tuple[int, int]:
        """Parts that records say something of, of all that records are asked for."""
        asked = [part for part in self.parts if part.weight is not Weight.STATEMENT]
        return sum(part.found.verdict is not Verdict.NO_DATA for part in asked), len(asked)

    @property
    def missing(self) -> tuple[Task, ...]:
        """What is missing, the needed before what only strengthens."""
        order = (Weight.VETO, Weight.MUST, Weight.STATEMENT, Weight.SHOULD)
        parts = sorted(self.parts, key=lambda part: order.index(part.weight))
        return tuple(dict.fromkeys(task for part in parts for task in part.missing))


@dataclass(frozen=True, slots=True)
class Standing:
    """What the records suggest of every item of a framework that has a rule."""

    items: Mapping[str, Judged]
    """By item, in the order of their ids."""
    as_of: date
    computed_at: datetime
