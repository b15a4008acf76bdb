"""A consultation from what was said to what was decided and told back, out of its register."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cairn.registers import facts as registers
from cairn.registers.facts import Row

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from cairn.people.enums import Permission
    from cairn.people.models import Person
    from cairn.registers.models import Record

KIND = "consultation"


def visible_to(person: Person, permission: Permission) -> QuerySet[Record]:
    return registers.visible_to(person, permission).filter(kind=KIND)


@dataclass(frozen=True, slots=True)
class Input:
    row: Row
    decisions: list[Row]


@dataclass(frozen=True, slots=True)
class Way:
    """From question to answer."""

    row: Row
    inputs: list[Input]
    told: list[Row]


def way_of(record: Record) -> Way:
    row = registers.row_of(record)
    inputs = registers.naming([row], "consultation_input", "consultations")[row.id]
    decisions = registers.naming(inputs, "design_decision", "inputs")
    return Way(
        row,
        [Input(each, decisions[each.id]) for each in inputs],
        registers.naming([row], "told_back", "consultations")[row.id],
    )
