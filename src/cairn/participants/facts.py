"""What is true of participants, and who may open whose record."""

from django.db.models import Q, QuerySet
from django.utils import timezone

from cairn.participants.models import Participant
from cairn.people.enums import Permission
from cairn.people.facts import organisations_where
from cairn.people.models import Person


def assigned_to(
    person: Person, permission: Permission = Permission.WORK_WITH_PARTICIPANTS
) -> QuerySet[Participant]:
    """Whose records this person may open: a role that allows it, and an assignment that lasts. Nobody else's are there."""
    lasts = Q(assignments__until__isnull=True) | Q(assignments__until__gt=timezone.now())
    return (
        Participant.objects.filter(
            lasts,
            assignments__worker=person,
            practice__organisation__in=organisations_where(person, permission),
        )
        .select_related("practice__organisation")
        .distinct()
    )


def of_practice(practice_id: int) -> QuerySet[Participant]:
    """For figures: callers count, and never show a person."""
    return Participant.objects.filter(practice=practice_id)
