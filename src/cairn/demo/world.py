"""What the stories of a demo share: the practice, the team, and who takes part at the moment."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID

from cairn.demo.chance import Chance
from cairn.demo.diary import Diary
from cairn.demo.size import Size
from cairn.registers import actions as registers

if TYPE_CHECKING:
    from cairn.activities.models import Activity
    from cairn.money.models import BudgetLine
    from cairn.people.models import Person
    from cairn.practices.models import Practice
    from cairn.registers.models import Record


class Team(NamedTuple):
    coordinator: Person
    workers: tuple[Person, ...]
    """Social workers."""
    mediators: tuple[Person, ...]
    assessor: Person


class World:
    def __init__(self, size: Size, practice: Practice, team: Team, today: date) -> None:
        self.size, self.practice, self.team = size, practice, team
        self.diary = Diary()
        self.begins, self.ends = size.begins(today), size.ends(today)
        """The first and the last day that are lived through."""
        self.active: dict[UUID, int] = {}
        """Who takes part today, with the number of their story."""
        self.keenness: dict[UUID, float] = {}
        """How likely each comes to a session."""
        self.groups: dict[str, list[Activity]] = {}
        """Activities by the key of the offer, one for each group."""
        self.seats: dict[int, int] = {}
        """How many were ever enrolled in an activity, by its number."""
        self.records: dict[str, list[Record]] = {}
        """Records of the registers by kind, in the order in which they were made."""
        self.lines: list[BudgetLine] = []
        """Of the grant, in its order."""

    def chance(self, story: str) -> Chance:
        return Chance(self.size.seed, story)

    def record(self, kind: str, **said: Any) -> Record:
        """One more record of a register, by the coordinator."""
        record = registers.add(practice=self.practice, kind=kind, by=self.team.coordinator, **said)
        self.records.setdefault(kind, []).append(record)
        return record

    def ids(self, kind: str) -> list[str]:
        """Of the records of this kind, as links take them."""
        return [str(record.pk) for record in self.records.get(kind, [])]

    def revise(self, record: Record, **said: Any) -> None:
        """Change what is named of it, by the coordinator."""
        by = self.team.coordinator
        record.revision = registers.revise(record=record, revision=record.revision, by=by, **said).revision

    def close(self, record: Record, on: date) -> None:
        """Done, closed or out of use, by the coordinator."""
        record.revision = registers.close(record=record, on=on, by=self.team.coordinator).revision
