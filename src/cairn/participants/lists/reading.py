"""What every sheet on people does: find the person behind a code, judge row by row without asking the database, note it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cairn.participants import facts
from cairn.participants.checking import days_out
from cairn.participants.codes import read_code
from cairn.participants.models import Assignment, Line, Participant
from cairn.people.enums import Permission
from cairn.people.models import Person
from cairn.practices.models import Practice
from cairn.sheets.facts import snapshot
from cairn.sheets.shape import Change, Column, Fault, Judged, Row
from cairn.trail.actions import note
from cairn.trail.enums import Deed
from cairn.vault import keystore

WORK = frozenset({Permission.WORK_WITH_PARTICIPANTS})
CODE = Column("code", gettext_lazy("Code"), required=True)
Kept = TypeVar("Kept", bound=Participant | Line)


def choices_of(choices: Sequence[tuple[str, Any]]) -> tuple[tuple[str, Any], ...]:
    """Without what stands for not known: that is an empty cell."""
    return tuple((value, label) for value, label in choices if value)


def own(practice: Practice, person: Person) -> dict[str, Participant]:
    """By code, those with whom this person works."""
    return {one.code: one for one in facts.assigned_to(person).filter(practice=practice)}


def found(row: Row, people: Mapping[str, Participant]) -> Participant:
    """Raises ValidationError for a code that cannot be one, and alike for nobody's and somebody else's."""
    code = read_code(str(row.values["code"]))
    if code is None:
        raise ValidationError({"code": _("One sign of this code must be wrong.")})
    if code not in people:
        raise ValidationError({"code": _("You work with nobody who has this code.")})
    return people[code]


def judged(rows: Sequence[Row], weigh: Callable[[Row], Iterator[Change]]) -> Judged:
    """What `weigh` raises becomes faults by column; a row of which it makes nothing is there already."""
    result = Judged()
    for row in rows:
        try:
            changes = list(weigh(row))
        except ValidationError as fault:
            told = fault.message_dict.items()
            result.faults += [Fault(row.number, name, words[0]) for name, words in told]
        else:
            result.changes += changes
            result.unchanged += not changes
    return result


def revised(row: Row, thing: Kept, names: Sequence[str], practice: Practice) -> Iterator[Change]:
    """What the row says otherwise than it stands; empty cells change nothing."""
    before = snapshot(thing, names)
    for name in names:
        if row.values.get(name) is not None:
            setattr(thing, name, row.values[name])
    if snapshot(thing, names) != before:
        check(thing, practice)
        thing.revision += 1
        yield Change(row.number, thing, before)


def check(thing: Kept, practice: Practice) -> None:
    """Raises ValidationError by field; asks no database."""
    thing.clean_fields(exclude=["participant", "practice"])
    if faults := days_out(thing, practice):
        raise ValidationError(faults)


def kept(by: Person, changes: Sequence[Change]) -> None:
    """A key for whoever is new, from the first day on; and one line in the trail of each person for each deed."""
    deeds: dict[tuple[str, Deed], int] = {}
    for change in changes:
        thing: Any = change.thing
        participant = thing if isinstance(thing, Participant) else thing.participant
        deed = Deed.ASSIGNED if isinstance(thing, Assignment) else Deed.CHANGED
        if isinstance(thing, Participant) and change.before is None:
            keystore.ensure(participant.sealed_for)
            deed = Deed.CREATED
        deeds[participant.thing, deed] = participant.practice_id
    for (person, deed), practice in deeds.items():
        note(by=by, deed=deed, thing=person, practice=practice)


def unless_in_use(thing: Model) -> None:
    """What something rests on stays: raises ValidationError. A person who goes takes their key along."""
    relations: list[Any] = type(thing)._meta.get_fields(include_hidden=True)  # noqa: SLF001  # Django's public name
    for relation in relations:
        if not relation.auto_created or relation.concrete or relation.related_model is Assignment:
            continue
        if relation.related_model._base_manager.filter(**{relation.field.name: thing}).exists():  # noqa: SLF001  # Django's public name
            raise ValidationError(
                _("Something was recorded on one of these people since, so the import cannot be taken back.")
            )
    if isinstance(thing, Participant):
        transaction.on_commit(partial(keystore.destroy, thing.sealed_for))
