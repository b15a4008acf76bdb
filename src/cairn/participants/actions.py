"""What can be done with participants."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cairn.participants.codes import new_code
from cairn.participants.models import Assignment, Participant
from cairn.people.enums import Permission
from cairn.people.facts import may
from cairn.people.models import Person
from cairn.practices.models import Practice
from cairn.trail.actions import note
from cairn.trail.enums import Deed


@transaction.atomic
def enrol(*, practice: Practice, enrolled_on: date, by: Person, **facts: Any) -> Participant:
    """Somebody takes part, known by a new code. Raises ValidationError for a day before the practice began."""
    if practice.starts_on and enrolled_on < practice.starts_on:
        raise ValidationError({"enrolled_on": _("The practice had not begun on that day.")})
    participant = Participant(practice=practice, code=new_code(), enrolled_on=enrolled_on, **facts)
    participant.full_clean()
    participant.save()
    note(by=by, deed=Deed.CREATED, thing=participant.thing, practice=practice.pk)
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
