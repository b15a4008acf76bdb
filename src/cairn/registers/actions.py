"""What can be done with records. Access is the caller's to check: views load through facts."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cairn.common.conflict import to_write
from cairn.people.models import Person
from cairn.registers.checking import as_kept, refuse_faults
from cairn.registers.facts import said_of
from cairn.registers.kinds import all_kinds
from cairn.registers.models import Record, RecordChange, RecordLink
from cairn.registers.shape import Kind, Life
from cairn.registers.values import typed

if TYPE_CHECKING:
    from cairn.practices.models import Practice

NAMED = "sealed"
"""What the history keeps of a sealed value: that there was one."""


@transaction.atomic
def add(*, practice: Practice, kind: str, by: Person, **said: Any) -> Record:
    """A new record of a kind. Raises ValidationError by field, and TypeError for a field that the kind does not have."""
    form = all_kinds()[kind]
    record = Record(practice=practice, kind=kind, made_by=by)
    values = as_kept(form, dict.fromkeys((field.key for field in form.fields), None) | said)
    _write(record, form, values, dict.fromkeys(values, None), by)
    return record


@transaction.atomic
def revise(*, record: Record, revision: int, by: Person, **said: Any) -> Record:
    """Change what is named. `revision` is the one the person had before their eyes.

    Raises Conflict, and writes nothing, when someone changed one of these fields since to something else, and for a sealed
    field when someone changed it at all, since its history is not kept. Raises ValidationError as `add` does.
    """
    current = Record.objects.select_for_update(of=("self",)).get(pk=record.pk)
    form = all_kinds()[current.kind]
    stands = said_of(current)
    values = as_kept(form, said)
    if wanted := to_write(current, revision, values, stands):
        current.revision += 1
        _write(current, form, stands | {key: values[key] for key in wanted}, stands, by)
    return current


@transaction.atomic
def close(*, record: Record, on: date, by: Person) -> Record:
    """Done, closed or out of use since that day. Raises ValidationError where it cannot be."""
    if all_kinds()[record.kind].life is Life.FACT:
        raise ValidationError({"on": _("What happened cannot be closed.")})
    if on > timezone.localdate():
        raise ValidationError({"on": _("This day has not come yet. Enter it once it has happened.")})
    if record.happened_on and on < record.happened_on:
        raise ValidationError({"on": _("It cannot end before it began.")})
    return _end(record, on, by)


@transaction.atomic
def reopen(*, record: Record, by: Person) -> Record:
    return _end(record, None, by)


def _end(record: Record, on: date | None, by: Person) -> Record:
    current = Record.objects.select_for_update(of=("self",)).get(pk=record.pk)
    if current.closed_on != on:
        before, current.closed_on = current.closed_on, on
        current.revision += 1
        current.save(update_fields=["closed_on", "revision"])
        _note(current, {"closed_on": before}, {"closed_on": on}, by)
    return current


def _write(record: Record, kind: Kind, values: dict[str, Any], stood: dict[str, Any], by: Person) -> None:
    refuse_faults(kind, record.practice, values, stood, record)
    fill(record, kind, values)
    record.save()
    changed = [key for key, value in values.items() if value != stood[key]]
    for field in kind.fields:
        if field.links and field.key in changed:
            record.links.filter(field=field.key).delete()
            RecordLink.objects.bulk_create(
                RecordLink(source=record, target_id=target, field=field.key)
                for target in values[field.key] or ()
            )
    _note(record, _told(kind, stood, changed), _told(kind, values, changed), by)


def fill(record: Record, kind: Kind, values: dict[str, Any]) -> None:
    """Put kept values into the columns of a record; links are rows of their own. Nothing is saved or checked."""
    record.data = {
        field.key: values[field.key]
        for field in kind.open_fields
        if not field.links and values[field.key] is not None
    }
    closed = {
        field.key: values[field.key]
        for field in kind.fields
        if field.sealed and values[field.key] is not None
    }
    record.sealed = json.dumps(closed) if closed else ""
    record.happened_on = typed(kind.field(kind.happened), values[kind.happened]) if kind.happened else None
    record.due_on = typed(kind.field(kind.due), values[kind.due]) if kind.due else None


def _told(kind: Kind, values: dict[str, Any], changed: list[str]) -> dict[str, Any]:
    return {
        key: NAMED if kind.field(key).sealed and values[key] is not None else values[key] for key in changed
    }


def _note(record: Record, before: dict[str, Any], after: dict[str, Any], by: Person) -> None:
    RecordChange.objects.create(record=record, revision=record.revision, before=before, after=after, by=by)
