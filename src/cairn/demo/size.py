"""How much of an imaginary practice is lived through."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from cairn.practices.days import months_later

TITLE = "A Trade of One’s Own"
PEOPLE, MONTHS, SEED = 120, 24, 1
SESSIONS = 600
"""In the usual demo; other sizes have as many for each person and month."""


@dataclass(frozen=True, slots=True)
class Size:
    """Two demos of one size are the same demo: made twice, it is there once."""

    people: int = PEOPLE
    months: int = MONTHS
    seed: int = SEED

    @property
    def usual(self) -> bool:
        return self == Size()

    @property
    def title(self) -> str:
        """What the practice is called. A demo of another size says so, to be told from the usual one."""
        more = "" if self.usual else f" ({self.people} people, {self.months} months, seed {self.seed})"
        return TITLE + more

    @property
    def sessions(self) -> int:
        """All of them, those that are still planned included; two a month at least."""
        return max(2 * self.months, round(SESSIONS * self.people * self.months / (PEOPLE * MONTHS)))

    @property
    def groups(self) -> int:
        """How often each activity is offered side by side."""
        return max(1, round(self.people / PEOPLE))

    def begins(self, today: date) -> date:
        """The first day of the practice: so many months before today."""
        return months_later(today, -self.months)

    @staticmethod
    def ends(today: date) -> date:
        """The last day that is lived through: today has still to come."""
        return today - timedelta(days=1)
