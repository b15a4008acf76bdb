"""What a table is before it is released, and what a kind of table says of itself."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from cairn.people.enums import Permission

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from cairn.practices.models import Practice
    from cairn.releases.audit import Published

Cell = str | int | float | None
"""None is hidden; no words is nothing to tell."""


@dataclass(frozen=True, slots=True)
class Table:
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str
    people: Mapping[str, int | None] = field(default_factory=dict)
    """The counts of people that it tells, for comparing with tables released before (`disclosure.Told`)."""
    rounded: bool = False

    @property
    def frozen(self) -> dict[str, Any]:
        """As it is kept."""
        rows = [list(row) for row in self.rows]
        return {
            "columns": list(self.columns),
            "rows": rows,
            "people": dict(self.people),
            "rounded": self.rounded,
        }

    @property
    def digest(self) -> str:
        return digest_of(self.frozen)


def digest_of(content: dict[str, Any]) -> str:
    """SHA-256 of a frozen table, in hexadecimal digits."""
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


class Asked(NamedTuple):
    """Which table: of what, of which days, and beside what it will be read."""

    practice: Practice
    start: date
    end: date
    rounded: bool
    """Whether counts of people are rounded down to fives."""
    earlier: Sequence[Published] = ()
    """What was released of the same people before, newest first."""


class Kind(NamedTuple):
    key: str
    name: str | Promise
    purpose: str | Promise
    build: Callable[[Asked], Table]
    """Raises ValidationError."""
    permission: Permission = Permission.MANAGE_PARTICIPANTS
    """Who may release it: whoever decides on what it is counted from."""
    cumulative: bool = False
    """It tells of everyone who had come by its last day, whatever the first: these tables are audited together."""
