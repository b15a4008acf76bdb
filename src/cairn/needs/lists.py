"""Needs as a sheet (sheets/shape.py): of the people with whom somebody works, out and in.

A sheet brings needs that were found elsewhere, and no talk: that somebody was asked is told by a talk. What is there already is
changed on its page, where its history is kept. Notes are sealed and do not travel in sheets.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cairn.needs import facts
from cairn.needs.enums import Because, Domain, Priority, Source, Status
from cairn.needs.models import Need
from cairn.participants.facts import assigned_to
from cairn.people.enums import Permission
from cairn.sheets.shape import Change, Column, Fault, Judged, Kind, Row, Table, Value

if TYPE_CHECKING:
    from cairn.participants.models import Participant
    from cairn.people.models import Person
    from cairn.practices.models import Practice

COLUMNS = (
    Column("code", gettext_lazy("Code"), required=True),
    Column("domain", gettext_lazy("Domain"), Kind.CHOICE, required=True, choices=Domain.choices),
    Column("priority", gettext_lazy("Priority"), Kind.CHOICE, required=True, choices=Priority.choices),
    Column("source", gettext_lazy("Who said it"), Kind.CHOICE, required=True, choices=Source.choices),
    Column("assessed_on", gettext_lazy("Found on"), Kind.DATE, required=True),
    Column("status", gettext_lazy("Where it stands"), Kind.CHOICE, choices=Status.choices, help=gettext_lazy("Open where it is empty.")),
    Column("since", gettext_lazy("Since"), Kind.DATE, help=gettext_lazy("The day on which it was found where it is empty.")),
    Column("because", gettext_lazy("Why it is unmet"), Kind.CHOICE, choices=Because.choices, help=gettext_lazy("Only where it is unmet.")),
)  # fmt: skip


def _rows(practice: Practice, person: Person) -> Iterator[Mapping[str, Value]]:
    people = {one.pk: one.code for one in assigned_to(person).filter(practice=practice)}
    for need in Need.objects.filter(participant__in=people).order_by("found_on", "made_at"):
        yield {
            "code": people[need.participant_id],
            "domain": need.domain,
            "priority": need.priority,
            "source": need.source,
            "assessed_on": need.found_on,
            "status": need.status,
            "since": need.status_on,
            "because": need.because or None,
        }


def _judge(practice: Practice, person: Person, rows: Sequence[Row]) -> Judged:
    """In two queries, however long the sheet is."""
    judged = Judged()
    people = {one.code: one for one in assigned_to(person).filter(practice=practice)}
    there: dict[tuple[object, ...], set[tuple[object, ...]]] = defaultdict(set)
    for need in Need.objects.filter(participant__in=[one.pk for one in people.values()]):
        there[_which(need)].add(_what(need))
    fresh: set[tuple[object, ...]] = set()
    for row in rows:
        participant = people.get(str(row.values["code"]).strip().upper())
        if participant is None:
            judged.faults.append(Fault(row.number, "code", _("You work with nobody who has this code.")))
            continue
        need = _need(row, participant, person)
        known = there[_which(need)]
        if _what(need) in known or (*_which(need), *_what(need)) in fresh:
            judged.unchanged += 1
        elif faults := [Fault(row.number, key, words) for key, words in _faults(need, known)]:
            judged.faults += faults
        else:
            fresh.add((*_which(need), *_what(need)))
            judged.changes.append(Change(row.number, need))
    return judged


def _which(need: Need) -> tuple[object, ...]:
    return need.participant_id, need.domain, need.found_on


def _what(need: Need) -> tuple[object, ...]:
    return need.priority, need.source, need.status, need.status_on, need.because


def _need(row: Row, participant: Participant, person: Person) -> Need:
    """With what stands where a cell is empty; the cells are of the right kind already."""
    said: dict[str, Any] = {column.key: row.values.get(column.key) for column in COLUMNS}
    return Need(
        participant=participant,
        by=person,
        domain=said["domain"],
        priority=said["priority"],
        source=said["source"],
        found_on=said["assessed_on"],
        status=said["status"] or Status.OPEN,
        status_on=said["since"] or said["assessed_on"],
        because=said["because"] or "",
    )


def _faults(need: Need, known: set[tuple[object, ...]]) -> Iterator[tuple[str, str]]:
    """What cannot be, by column."""
    if words := facts.fault_of_day(need.found_on, need.participant):
        yield "assessed_on", words
    elif need.status_on < need.found_on:
        yield "since", _("This is before the day on which it was found.")
    elif words := facts.fault_of_day(need.status_on, need.participant):
        yield "since", words
    if (need.status == Status.UNMET) != bool(need.because):
        yield "because", _("Say why, where it stays unmet, and only there.")
    if known:
        yield "domain", _("This need is there already and reads otherwise. Change it on the person’s page.")


TABLES = (
    Table(
        key="needs",
        name=gettext_lazy("Needs"),
        columns=COLUMNS,
        known_by=(),
        rows=_rows,
        judge=_judge,
        on_people=True,
        needs=frozenset({Permission.WORK_WITH_PARTICIPANTS}),
    ),
)
