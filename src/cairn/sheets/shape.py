"""What a room says of a list so that it can be taken away, filled in a spreadsheet, and brought back.

A room declares its tables in `lists.py` as `TABLES`; `facts.tables()` finds them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from django.db.models import Model
from django.utils.functional import Promise

from cairn.people.enums import Permission
from cairn.people.models import Person
from cairn.practices.models import Practice

Value = str | date | int | Decimal | bool | None
"""What one cell holds once it is understood; None where it is empty, which is "not known"."""


class Kind(StrEnum):
    TEXT = "text"
    DATE = "date"
    WHOLE = "whole number"
    DECIMAL = "decimal number"
    YES_NO = "yes or no"
    CHOICE = "choice"


@dataclass(frozen=True)
class Column:
    key: str
    title: str | Promise
    kind: Kind = Kind.TEXT
    required: bool = False
    choices: Sequence[tuple[str, str | Promise]] = ()
    """Value and label; either is understood in a sheet, in any language that Cairn speaks."""
    help: str | Promise = ""
    taken_in: bool = True
    """False for what can be taken away but not brought back, such as a figure that is computed."""


@dataclass(frozen=True)
class Row:
    """One row of a sheet, understood."""

    number: int
    """As the spreadsheet counts: the first row below the titles is 2."""
    values: Mapping[str, Value]
    """By column key; a column that the sheet lacks is absent, an empty cell is None."""


@dataclass(frozen=True, order=True)
class Fault:
    """What is wrong in one cell, or with one row where `column` is empty."""

    row: int
    column: str
    words: str
    """What is wrong and what would be right, as one sentence."""


@dataclass(frozen=True)
class Change:
    """What one row would do; a row that does several things has several. Nothing is saved yet."""

    row: int
    thing: Model
    """New, or as it will be."""
    before: Mapping[str, str | int | bool | None] | None = None
    """Field by field as it stands now, ready for JSON; None where it is new."""


@dataclass
class Judged:
    faults: list[Fault] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    unchanged: int = 0
    """Rows that say what is there already."""


@dataclass(frozen=True)
class Table:
    key: str
    """Stands in addresses: `attendance`."""
    name: str | Promise
    columns: tuple[Column, ...]
    known_by: tuple[str, ...]
    """Keys of the columns by which a row that is there already is known and then updated; () where every row is new."""
    rows: Callable[[Practice, Person], Iterable[Mapping[str, Value]]]
    """What is there, by column key, as this person may see it."""
    judge: Callable[[Practice, Person, Sequence[Row]], Judged]
    """Everything that is wrong, and what the good rows would do, in a fixed number of queries. Rows arrive in the sheet's order,
    each alone as good as its cells are; two rows with one key are told apart before."""
    may_take: Permission = Permission.EXPORT_RECORDS
    may_bring: Permission = Permission.IMPORT_RECORDS
    on_people: bool = False
    """Whether it holds persons: then taking it away asks for a purpose."""
    needs: frozenset[Permission] = frozenset()
    """What somebody must be allowed besides, whichever way the list goes: to work with people, where it tells of each of them."""
    lift: Callable[[Person, Sequence[Change]], None] | None = None
    """What else must be done once an import has kept what it made and changed, in the same transaction: keys, the trail."""
    lower: Callable[[Model], None] | None = None
    """Before a thing that an import made is taken back: what else must go. Raises ValidationError where it cannot."""

    def column(self, key: str) -> Column:
        return next(column for column in self.columns if column.key == key)
