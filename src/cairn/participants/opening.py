"""The one way to a person's record: for whoever is assigned, and written into the trail each time."""

from uuid import UUID

from django.http import Http404

from cairn.participants import facts
from cairn.participants.models import Participant
from cairn.people.enums import Permission
from cairn.people.models import Person
from cairn.trail.actions import note
from cairn.trail.enums import Deed
from cairn.vault import keystore
from cairn.vault.keystore import Forgotten


def opened(
    *,
    by: Person,
    pk: UUID,
    deed: Deed = Deed.READ,
    permission: Permission = Permission.WORK_WITH_PARTICIPANTS,
) -> Participant:
    """The participant, noted as read (or as whatever `deed` says) by this person.

    Raises Http404 alike for somebody else's and for nobody's, and for one whose key is gone (erased, then brought back by an
    older backup). Every view on one person begins here; a test walks the addresses.
    """
    participant = facts.assigned_to(by, permission).filter(pk=pk).first()
    if participant is None:
        raise Http404
    try:
        keystore.key_of(participant.sealed_for)
    except Forgotten as gone:
        raise Http404 from gone
    note(by=by, deed=deed, thing=participant.thing, practice=participant.practice_id)
    return participant
