"""What measures over columns are made of: expressions that say what is counted, not how. No engine is known here.

An engine gives counts only. What becomes of them — not known where nothing was looked at, per cent with one decimal — is said once,
in `results/measures/shape.py`, for both.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import ibis
from ibis import _

Expression = Any
"""A table of ibis, which carries no types."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The tables of a snapshot (analytics/tables.py)."""

    people: Expression
    sessions: Expression
    attendance: Expression
    plans: Expression
    goals: Expression
    exits: Expression
    follow_ups: Expression
    needs: Expression
    findings: Expression
    records: Expression
    trained: Expression
    staff_time: Expression


@dataclass(frozen=True, slots=True)
class Tally:
    rows: Expression
    """`practice`, `records` (how many were looked at), `value` (how many or how much of them counts); practices of which nothing was
    looked at are not there."""
    cells: Expression = None
    """Of people: `practice`, `dimension`, `category`, `value`."""


Tallying = Callable[[Columns, date, date], Tally]
"""From one day to another, both included."""


def counted(looked_at: Expression, *, where: Expression) -> Tally:
    """So many of those looked at; where a day is not known, it is not counted. Shares are told like this too."""
    return Tally(looked_at.group_by("practice").agg(records=_.count(), value=_.count(where=where)))


def added(looked_at: Expression, column: str, *, where: Expression) -> Tally:
    """So much in all; what is not known adds nothing."""
    return Tally(
        looked_at.group_by("practice").agg(
            records=_.count(), value=_[column].sum(where=where).fill_null(ibis.literal(0))
        )
    )


def people(found: Expression, looked_at: Expression) -> Tally:
    """So many people, each once, by sex and by age; `looked_at` are the rows out of which they might have been found."""
    of = looked_at.group_by("practice").agg(records=_.count())
    those = found.group_by("practice").agg(value=_.count())
    rows = of.left_join(those, "practice").select("practice", "records", value=_.value.fill_null(0))
    cells = [
        found.group_by("practice", category=_[name])
        .agg(value=_.count())
        .select("practice", "category", "value", dimension=ibis.literal(name))
        for name in ("sex", "age")
    ]
    return Tally(rows, ibis.union(*cells))


def whoever(people: Expression, among: Expression) -> Expression:
    """The people who are named in some rows at least."""
    return people.semi_join(among, "person")


def of_kind(columns: Columns, kind: str, end: date) -> Expression:
    """The records of one register up to a day; those without a day are not there."""
    return columns.records.filter(_.kind == kind, _.happened_on <= end)


def there_by(columns: Columns, end: date) -> Expression:
    """Everyone who had come by that day."""
    return columns.people.filter(_.enrolled_on <= end)


def there_on(columns: Columns, end: date) -> Expression:
    """Everyone who had come by that day and had not left."""
    return columns.people.filter(_.enrolled_on <= end, _.ended_on.isnull() | (_.ended_on > end))


def left(columns: Columns, start: date, end: date) -> Expression:
    """Every leaving in the period of somebody who was still gone at its end."""
    return columns.exits.filter(_.left_on.between(start, end), _.back_on.isnull() | (_.back_on > end))


def goals_by(columns: Columns, end: date) -> Expression:
    """Goals of plans that had begun by that day."""
    return columns.goals.filter(_.plan_begun_on <= end)
