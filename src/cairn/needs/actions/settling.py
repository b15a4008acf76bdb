"""Where a need stands: open, referred, met, or unmet for a reason."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from cairn.common.conflict import Conflict
from cairn.needs import facts
from cairn.needs.enums import Status
from cairn.needs.models import Need, NeedChange
from cairn.trail.actions import note
from cairn.trail.enums import Deed

if TYPE_CHECKING:
    from cairn.people.models import Person


@transaction.atomic
def settle(
    *, need: Need, revision: int, status: str, on: date, by: Person, because: str = "", reason: str = ""
) -> Need:
    """From this day on the need stands so. `revision` is the one that the person had before their eyes.

    Raises Conflict, and writes nothing, where someone changed it since; ValidationError for a day before the need was found
    or in the future, and where an unmet need says no reason.
    """
    need = Need.objects.select_for_update().select_related("participant").get(pk=need.pk)
    if need.revision != revision:
        raise Conflict(need, ("status",))
    fault = facts.fault_of_day(on, need.participant)
    if not fault and on < need.status_on:
        fault = _("It stands as it does only since a later day. Choose that day or a later one.")
    if fault:
        raise ValidationError({"on": fault})
    if status == Status.UNMET and not because:
        raise ValidationError({"because": _("Say why it stays unmet.")})
    turn(need, Status(status), on=on, by=by, because=because, reason=reason)
    note(by=by, deed=Deed.CHANGED, thing=need.thing, practice=need.participant.practice_id)
    return need


def turn(need: Need, status: Status, *, on: date, by: Person, because: str = "", reason: str = "") -> None:
    """Inside a transaction, with the need locked or new to everyone."""
    need.status, need.status_on, need.revision = status, on, need.revision + 1
    need.because = because if status is Status.UNMET else ""
    need.full_clean()
    need.save()
    NeedChange.objects.create(
        need=need,
        participant_id=need.participant_id,
        by=by,
        revision=need.revision,
        status=status,
        on=on,
        because=need.because,
        reason=reason.strip(),
    )
