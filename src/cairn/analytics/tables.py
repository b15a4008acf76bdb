"""What goes into a snapshot: per table its columns, and where the rows come from. Days, numbers and choices only.

There is no column for a code, a name or any words. Who is who is a number drawn anew for each snapshot (`Sort.SOMEONE`), and choices
are checked against their list, so that nothing else can slip in. What no measure asks for is not taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from cairn.activities.enums import Needed, Presence
from cairn.activities.facts import columns as activities
from cairn.money import facts as money
from cairn.needs import facts as needs
from cairn.needs.enums import Answer, Source, Status
from cairn.participants import facts as participants
from cairn.participants.enums import AgeBand, Sex
from cairn.plans import columns as plans
from cairn.plans.enums import Chooser, Contacted, GoalKind, GoalState, Holds, Result
from cairn.practices.models import Practice
from cairn.registers import facts as registers


class Sort(Enum):
    """What stands in a column; a set of words instead says that one of them does."""

    DAY = auto()
    HOURS = auto()
    """Decimal, to the sixth place."""
    WHOLE = auto()
    YES_NO = auto()
    SOMEONE = auto()
    """Somebody, by a number that means nothing outside this snapshot."""


@dataclass(frozen=True, slots=True)
class Table:
    columns: Mapping[str, Sort | frozenset[str]]
    """Beside `practice`, which every table begins with. Any cell may be empty: not known."""
    rows: Callable[[Practice], Iterable[tuple[Any, ...]]]
    """Of one practice, in the order of the columns."""


REGISTERS = ("community_action", "meeting", "policy_recommendation", "training", "volunteer_time")
"""Kinds of records that measures count."""


def _people(practice: Practice) -> Iterable[tuple[Any, ...]]:
    rows = participants.of_practice(practice.pk).order_by()
    return rows.values_list("pk", "sex", "age_band", "enrolled_on", "ended_on").iterator()


def _records(practice: Practice) -> Iterator[tuple[Any, ...]]:
    for kind in REGISTERS:
        for row in registers.records(practice, kind):
            yield kind, row.happened_on, row.values.get("hours")


def _trained(practice: Practice) -> Iterator[tuple[Any, ...]]:
    for row in registers.records(practice, "training"):
        for member in row["members"]:
            yield member, row.happened_on


def _staff_time(practice: Practice) -> Iterator[tuple[Any, ...]]:
    for grant in money.grants_of(practice.pk):
        yield from money.time_of(grant).order_by().values_list("month", "hours").iterator()


def _needs(practice: Practice) -> Iterable[tuple[Any, ...]]:
    rows = needs.needs_in(practice.pk).order_by()
    return rows.values_list("found_on", "status", "status_on").iterator()


def _findings(practice: Practice) -> Iterable[tuple[Any, ...]]:
    rows = needs.findings_in(practice.pk)
    return rows.values_list("assessment__assessed_on", "answer", "source").iterator()


def _one_of(*lists: Iterable[str]) -> frozenset[str]:
    return frozenset(word for words in lists for word in words)


UNSAID = ("",)
TABLES: Mapping[str, Table] = {
    "people": Table(
        {
            "person": Sort.SOMEONE,
            "sex": _one_of(Sex.values),
            "age": _one_of(AgeBand.values),
            "enrolled_on": Sort.DAY,
            "ended_on": Sort.DAY,
        },
        _people,
    ),
    "sessions": Table(
        {
            "held_on": Sort.DAY,
            "hours": Sort.HOURS,
            "mediator_needed": _one_of(Needed.values),
            "mediator": Sort.YES_NO,
        },
        lambda practice: activities.sessions(practice.pk),
    ),
    "attendance": Table(
        {"person": Sort.SOMEONE, "held_on": Sort.DAY, "state": _one_of(Presence.values)},
        lambda practice: activities.attendance(practice.pk),
    ),
    "plans": Table(
        {"person": Sort.SOMEONE, "begun_on": Sort.DAY, "ended_on": Sort.DAY},
        lambda practice: plans.plans(practice.pk),
    ),
    "goals": Table(
        {
            "kind": _one_of(GoalKind.values),
            "chosen_by": _one_of(Chooser.values),
            "state": _one_of(GoalState.values),
            "due_on": Sort.DAY,
            "closed_on": Sort.DAY,
            "plan_begun_on": Sort.DAY,
        },
        lambda practice: plans.goals(practice.pk),
    ),
    "exits": Table(
        {
            "person": Sort.SOMEONE,
            "left_on": Sort.DAY,
            "back_on": Sort.DAY,
            "result": _one_of(Result.values),
        },
        lambda practice: plans.exits(practice.pk),
    ),
    "follow_ups": Table(
        {
            "due_on": Sort.DAY,
            "months": Sort.WHOLE,
            "contact": _one_of(Contacted.values, UNSAID),
            "holds": _one_of(Holds.values, UNSAID),
        },
        lambda practice: plans.follow_ups(practice.pk),
    ),
    "needs": Table(
        {"found_on": Sort.DAY, "status": _one_of(Status.values), "status_on": Sort.DAY},
        _needs,
    ),
    "findings": Table(
        {
            "assessed_on": Sort.DAY,
            "answer": _one_of(Answer.values),
            "source": _one_of(Source.values, UNSAID),
        },
        _findings,
    ),
    "records": Table(
        {"kind": _one_of(REGISTERS), "happened_on": Sort.DAY, "hours": Sort.HOURS},
        _records,
    ),
    "trained": Table({"member": Sort.SOMEONE, "given_on": Sort.DAY}, _trained),
    "staff_time": Table({"month": Sort.DAY, "hours": Sort.HOURS}, _staff_time),
}


def columns_of(name: str) -> Mapping[str, Sort | frozenset[str]]:
    """Of a table, or of the list of practices, which has none beside their numbers."""
    return TABLES[name].columns if name in TABLES else {}
