"""How long records are kept after somebody left, what stops their erasure, and the erasure itself.

Erasing destroys the person's key, so that every sealed word, in the database of today and in any older backup of it, can be read
by nobody any more. What stays open is rounded or blanked; a row remains so that figures of the past do not change.
"""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, cast

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cairn.common.tables import Column
from cairn.participants.enums import MONTHS, Retention
from cairn.participants.models import Adjustment, Hold, Participant, Referral, Term
from cairn.participants.names import store
from cairn.participants.signals import erasing
from cairn.people.models import Person
from cairn.practices.days import months_later
from cairn.practices.models import Practice
from cairn.trail.actions import note
from cairn.trail.enums import Deed
from cairn.vault import keystore

if TYPE_CHECKING:
    from collections.abc import Iterable


class Due(NamedTuple):
    participant: Participant
    on: date
    """From this day the records may no longer be kept."""
    hold: Hold | None
    """What stops it."""


def terms_of(practice_id: int) -> dict[str, int]:
    """Months of every class: the practice's own, else the usual."""
    own = dict(Term.objects.filter(practice=practice_id).values_list("retention", "months"))
    return {str(each): own.get(each, MONTHS[each]) for each in Retention}


def holds(practice_id: int | None = None) -> QuerySet[Hold]:
    """Those asked for and not lifted; they count once a second person confirmed them."""
    found = Hold.objects.filter(lifted_at=None).select_related(
        "participant__practice", "asked_by", "confirmed_by", "lift_asked_by"
    )
    return found if practice_id is None else found.filter(participant__practice=practice_id)


def ends_of(practice_id: int | None = None) -> list[Due]:
    """Everyone who left and is not erased, with the day on which their time runs out; the earliest first."""
    left = Participant.objects.filter(ended_on__isnull=False, erased_on=None).select_related("practice")
    if practice_id is not None:
        left = left.filter(practice=practice_id)
    held = {hold.participant_id: hold for hold in holds(practice_id) if hold.confirmed_by_id}
    terms: dict[int, dict[str, int]] = {}
    found = []
    for person in left:
        months = terms.setdefault(person.practice_id, terms_of(person.practice_id))[person.retention]
        on = months_later(cast("date", person.ended_on), months)
        found.append(Due(person, on, held.get(person.pk)))
    return sorted(found, key=lambda due: due.on)


def end_of(person: Participant) -> date | None:
    """The day from which this person's records may no longer be kept; None while they take part."""
    months = terms_of(person.practice_id)[person.retention]
    return months_later(person.ended_on, months) if person.ended_on else None


def due_for_erasure(today: date, practice_id: int | None = None) -> list[Due]:
    """Whose time has run out, unless something holds it."""
    return [due for due in ends_of(practice_id) if due.on <= today and not due.hold]


def without_key() -> list[Participant]:
    """Whose key is gone although they are not erased: an older backup brought them back, or the keys are not here."""
    owners = set(keystore.owners())
    living = Participant.objects.filter(erased_on=None).select_related("practice")
    return [person for person in living if person.sealed_for not in owners]


@transaction.atomic
def set_terms(*, practice: Practice, months: dict[str, int], by: Person) -> None:
    """How long this practice keeps records of each class, in months after the exit."""
    for retention, number in months.items():
        Term.objects.update_or_create(practice=practice, retention=retention, defaults={"months": number})
    note(by=by, deed=Deed.CHANGED, thing=f"terms:{practice.pk}", practice=practice.pk)


@transaction.atomic
def ask_hold(*, participant: Participant, reason: str, by: Person) -> Hold:
    """Ask that nothing is erased; it counts once somebody else confirms. Raises ValidationError for a second one."""
    hold = Hold(participant=participant, reason=reason, asked_by=by)
    hold.full_clean()
    hold.save()
    _noted(hold, Deed.CHANGED, by)
    return hold


@transaction.atomic
def confirm_hold(*, hold: Hold, by: Person) -> Hold:
    """The second person says yes. Raises ValidationError where it is the one who asked."""
    if hold.asked_by_id == by.pk:
        raise ValidationError(_("Somebody else has to confirm this."))
    hold.confirmed_by = by
    hold.save(update_fields=["confirmed_by"])
    _noted(hold, Deed.HELD, by)
    return hold


@transaction.atomic
def ask_lift(*, hold: Hold, by: Person) -> Hold:
    """Say that nothing has to be kept any more; it counts once somebody else lifts the hold."""
    hold.lift_asked_by = by
    hold.save(update_fields=["lift_asked_by"])
    _noted(hold, Deed.CHANGED, by)
    return hold


@transaction.atomic
def lift_hold(*, hold: Hold, by: Person) -> Hold:
    """From now on the records can be erased again once their time has run out.

    One that nobody confirmed is lifted by one person; else ValidationError is raised unless somebody else asked for it.
    """
    if hold.confirmed_by_id and hold.lift_asked_by_id in {None, by.pk}:
        raise ValidationError(_("Two lift a hold: somebody else has to ask for it before you do."))
    hold.lifted_by, hold.lifted_at = by, timezone.now()
    hold.save(update_fields=["lifted_by", "lifted_at"])
    _noted(hold, Deed.LIFTED, by)
    return hold


def _noted(hold: Hold, deed: Deed, by: Person) -> None:
    note(by=by, deed=deed, thing=hold.participant.thing, practice=hold.participant.practice_id)


@transaction.atomic
def erase(*, participant: Participant, by: Person | None) -> None:
    """Everything that could be read of this person is gone when this is stored; there is no way back.

    What is kept: the bands, and the months of coming and leaving. `by` is None where a term has run out.
    Raises ValidationError where a hold stops it.
    """
    if holds().filter(participant=participant, confirmed_by__isnull=False).exists():
        raise ValidationError(_("A legal hold stops this erasure."))
    erasing.send(Participant, participant=participant)
    for lines in (participant.languages, participant.consents, participant.contacts, participant.holds):
        lines.all().delete()
    Referral.objects.filter(participant=participant).update(participant=None)
    for need in participant.adjustments.all():
        _round(need)
    participant.assignments.filter(until=None).update(until=timezone.now())
    participant.assignments.update(broken_glass="")
    Participant.objects.filter(pk=participant.pk).update(
        code="",
        own_words="",
        nationality="",
        children=None,
        childcare="",
        enrolled_on=participant.enrolled_on.replace(day=1),
        ended_on=(participant.ended_on or timezone.localdate()).replace(day=1),
        erased_on=timezone.localdate(),
        made_at=participant.made_at.replace(day=1, hour=0, minute=0, second=0, microsecond=0),
    )
    note(by=by, deed=Deed.ERASED, thing=participant.thing, practice=participant.practice_id)
    transaction.on_commit(partial(_forget, [participant.sealed_for, store.owner_of(participant.pk)]))


DUE_COLUMNS = (
    Column(gettext_lazy("Code"), lambda due: due.participant.code),
    Column(gettext_lazy("Left on"), lambda due: due.participant.ended_on),
    Column(gettext_lazy("Why kept"), lambda due: str(due.participant.get_retention_display())),
    Column(gettext_lazy("Erased from"), lambda due: due.on),
    Column(gettext_lazy("Legal hold"), lambda due: str(due.hold.get_reason_display()) if due.hold else ""),
)


def _round(need: Adjustment) -> None:
    """What was asked for stays as a count with its month."""
    days = {name: getattr(need, name) for name in ("asked_on", "decided_on", "provided_on")}
    rounded = {name: day and day.replace(day=1) for name, day in days.items()}
    Adjustment.objects.filter(pk=need.pk).update(kind="", refusal="", **rounded)


def _forget(owners: Iterable[str]) -> None:
    """The keys last: were they destroyed first and the rest not stored, nobody would know what is wrong with the row."""
    for owner in owners:
        if not store.forgotten(owner):
            keystore.destroy(owner)
    empty_log()


def empty_log() -> None:
    """SQLite keeps what was overwritten in its write-ahead log until that is emptied, which it cannot be within a transaction.

    Where somebody reads just then, it stays for the next time: the command tries each day.
    """
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def half_erased() -> list[str]:
    """Owners of keys that should be gone: the machine stopped between storing an erasure and destroying the key."""
    erased = Participant.objects.filter(erased_on__isnull=False)
    owners = {owner for person in erased for owner in (person.sealed_for, store.owner_of(person.pk))}
    return sorted(owners & set(keystore.owners()))


def finish() -> int:
    """Destroy the keys of `half_erased`; how many there were."""
    owners = half_erased()
    _forget(owners)
    return len(owners)
