"""What can be done with names. Each is written into the trail, with its reason, before the name is touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from cairn.participants.names import store
from cairn.trail.actions import note
from cairn.trail.enums import Deed

if TYPE_CHECKING:
    from cairn.participants.models import Participant
    from cairn.people.models import Person


@transaction.atomic
def look_up(*, participant: Participant, reason: str, by: Person) -> str:
    """The name, or nothing where none is kept."""
    _note(participant, Deed.NAME_READ, reason, by)
    return store.look_up(participant.pk, by=by.email, reason=reason)


@transaction.atomic
def put(*, participant: Participant, name: str, reason: str, by: Person) -> None:
    _note(participant, Deed.NAME_WRITTEN, reason, by)
    store.put(participant.pk, name, by=by.email, reason=reason)


@transaction.atomic
def erase(*, participant: Participant, reason: str, by: Person) -> None:
    """There is no way back."""
    _note(participant, Deed.NAME_WRITTEN, reason, by)
    store.erase(participant.pk, by=by.email, reason=reason)


def _note(participant: Participant, deed: Deed, reason: str, by: Person) -> None:
    note(by=by, deed=deed, thing=participant.thing, practice=participant.practice_id, reason=reason)
