"""What can be done with participants, and with what is recorded on them. Access is the caller's to check: views load
through facts and `opening`."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from cairn.common.conflict import Conflict
from cairn.notices.actions import tell
from cairn.participants.checking import days_out
from cairn.participants.codes import new_code
from cairn.participants.enums import Outcome
from cairn.participants.models import (
    Adjustment,
    Assignment,
    Consent,
    Contact,
    Language,
    Line,
    Participant,
    Referral,
)  # fmt: skip
from cairn.people.enums import Permission
from cairn.people.facts import may, people_who_may
from cairn.people.models import Person
from cairn.practices.models import Practice
from cairn.trail.actions import note
from cairn.trail.enums import Deed
from cairn.vault import keystore

LINES: dict[str, type[Line]] = {
    "language": Language,
    "adjustment": Adjustment,
    "consent": Consent,
    "contact": Contact,
}
"""What can be recorded on a person besides the profile, by the name that addresses and sheets use."""
EMERGENCY = timedelta(hours=4)
"""How long records stay open to somebody who opened them in an emergency."""

Kept = TypeVar("Kept", Participant, Language, Adjustment, Contact)


@transaction.atomic
def enrol(*, practice: Practice, enrolled_on: date, by: Person, **facts: Any) -> Participant:
    """Somebody takes part, known by a new code. Raises ValidationError for a day before the practice began."""
    participant = Participant(practice=practice, code=new_code(), enrolled_on=enrolled_on, **facts)
    _check(participant, practice)
    participant.save()
    # From the first day, so that a missing key always means that the records were erased.
    keystore.ensure(participant.sealed_for)
    note(by=by, deed=Deed.CREATED, thing=participant.thing, practice=practice.pk)
    return participant


@transaction.atomic
def admit(
    *, practice: Practice, enrolled_on: date, by: Person, worker: Person | None, referral: Referral | None
) -> Participant:
    """Somebody takes part, with who works with them and the referral with which they came, where these are known.

    Raises ValidationError as `enrol`, `assign` and `settle` do.
    """
    known = {"age_band": referral.age_band, "sex": referral.sex} if referral else {}
    participant = enrol(practice=practice, enrolled_on=enrolled_on, by=by, **known)
    if referral:
        if referral.outcome != Outcome.ACCEPTED:
            settle(referral=referral, outcome=Outcome.ACCEPTED, decided_on=timezone.localdate(), by=by)
        referral.participant = participant
        referral.save(update_fields=["participant"])
    if worker:
        assign(participant=participant, worker=worker, by=by)
    return participant


@transaction.atomic
def assign(*, participant: Participant, worker: Person, by: Person) -> Assignment:
    """From now on this worker may open the person's records. Raises ValidationError where the worker's role does not allow it."""
    if not may(worker, Permission.WORK_WITH_PARTICIPANTS, participant.practice.organisation):
        raise ValidationError(
            _("%(name)s has no role in which one works with participants.") % {"name": worker.name}
        )
    found = Assignment.objects.filter(participant=participant, worker=worker, until__isnull=True).first()
    if found:
        return found
    note(by=by, deed=Deed.ASSIGNED, thing=participant.thing, practice=participant.practice_id)
    return Assignment.objects.create(participant=participant, worker=worker, by=by)


@transaction.atomic
def end(*, assignment: Assignment, by: Person) -> None:
    """The worker opens the person's records no more, from this moment."""
    assignment.until = timezone.now()
    assignment.save(update_fields=["until"])
    participant = assignment.participant
    note(by=by, deed=Deed.UNASSIGNED, thing=participant.thing, practice=participant.practice_id)


@transaction.atomic
def break_glass(*, participant: Participant, reason: str, by: Person) -> Assignment:
    """It cannot wait for an assignment: the records are open to this worker for EMERGENCY, and coordinators are told.

    Raises ValidationError without a reason.
    """
    if not reason.strip():
        raise ValidationError({"reason": _("Say why it cannot wait.")})
    assignment = Assignment.objects.create(
        participant=participant,
        worker=by,
        by=by,
        until=timezone.now() + EMERGENCY,
        broken_glass=reason.strip(),
    )
    practice = participant.practice
    tell(
        people=people_who_may(Permission.MANAGE_PARTICIPANTS, practice.organisation),
        message=gettext_noop(
            "%(by)s opened a record in an emergency, in “%(practice)s”. The trail says why."
        ),
        parameters={"by": by.name, "practice": practice.title},
        address=f"/practices/{practice.pk}/trail/",
        by=by,
    )
    note(by=by, deed=Deed.BROKE_GLASS, thing=participant.thing, practice=practice.pk, reason=reason.strip())
    return assignment


@transaction.atomic
def revise(*, thing: Kept, revision: int, by: Person, **said: Any) -> Kept:
    """Change what is named of a participant or of a line; `revision` is the one the person had before their eyes.

    Raises Conflict, and writes nothing, where someone else saved meanwhile and something differs now; ValidationError naming
    each fault.
    """
    current = type(thing).objects.select_for_update(of=("self",)).get(pk=thing.pk)
    wanted = {name: value for name, value in said.items() if getattr(current, name) != value}
    if not wanted:
        return current
    if current.revision != revision:
        raise Conflict(current, tuple(wanted))
    for name, value in wanted.items():
        setattr(current, name, value)
    current.revision += 1
    participant = _participant_of(current)
    _check(current, participant.practice)
    current.save()
    _changed(participant, by)
    return current


@transaction.atomic
def add(*, participant: Participant, what: str, by: Person, **said: Any) -> Line:
    """One more line, `what` being a name in LINES. Raises ValidationError naming each fault."""
    line = LINES[what](participant=participant, **said)
    _check(line, participant.practice)
    line.save()
    _changed(participant, by)
    return line


@transaction.atomic
def withdraw(*, consent: Consent, by: Person) -> Consent:
    """The person takes a consent back, today. What was decided before stays to be read. Twice changes nothing."""
    current = Consent.objects.select_for_update(of=("self",)).get(pk=consent.pk)
    if current.given and current.withdrawn_on is None:
        current.withdrawn_on = timezone.localdate()
        current.save(update_fields=["withdrawn_on"])
        _changed(current.participant, by)
    return current


def leave(*, participant: Participant, on: date, by: Person, retention: str = "") -> Participant:
    """The person takes part no more; the clock of retention starts. Raises ValidationError for a day before they came."""
    current = Participant.objects.get(pk=participant.pk)
    return revise(
        thing=current,
        revision=current.revision,
        by=by,
        ended_on=on,
        retention=retention or current.retention,
    )


def come_back(*, participant: Participant, by: Person) -> Participant:
    """The person takes part again, as before."""
    current = Participant.objects.get(pk=participant.pk)
    return revise(thing=current, revision=current.revision, by=by, ended_on=None)


@transaction.atomic
def refer(*, practice: Practice, by: Person, participant: Participant | None = None, **said: Any) -> Referral:
    """Somebody was sent here, or came; `participant` where they began. Raises ValidationError naming each fault."""
    referral = Referral(practice=practice, participant=participant, **said)
    _check(referral, practice)
    referral.save()
    note(by=by, deed=Deed.CREATED, thing=referral.thing, practice=practice.pk)
    return referral


@transaction.atomic
def settle(*, referral: Referral, outcome: str, decided_on: date, by: Person, refusal: str = "") -> Referral:
    """What became of a referral. Raises ValidationError where a refusal has no reason."""
    referral.outcome, referral.decided_on = outcome, decided_on
    referral.refusal = refusal if outcome == Outcome.REFUSED else ""
    _check(referral, referral.practice)
    referral.save()
    note(by=by, deed=Deed.CHANGED, thing=referral.thing, practice=referral.practice_id)
    return referral


def _check(thing: models.Model, practice: Practice) -> None:
    """Its own rules, and that no day lies before the practice began or has not come yet."""
    thing.full_clean()
    if faults := days_out(thing, practice):
        raise ValidationError(faults)


def _participant_of(thing: Participant | Line) -> Participant:
    return thing if isinstance(thing, Participant) else thing.participant


def _changed(participant: Participant, by: Person) -> None:
    note(by=by, deed=Deed.CHANGED, thing=participant.thing, practice=participant.practice_id)
