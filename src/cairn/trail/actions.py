"""Writing into the trail."""

from datetime import UTC

from django.db import transaction
from django.utils import timezone

from cairn.people.models import Person
from cairn.trail import chain
from cairn.trail.enums import Deed
from cairn.trail.models import Entry, Head


@transaction.atomic
def note(
    *, by: Person | None, deed: Deed, thing: str, practice: int | None = None, reason: str = ""
) -> Entry:
    """One deed, after all others. Writers wait for each other here, so it comes last in a long piece of work."""
    head = _head()
    entry = Entry(
        number=head.number + 1,
        at=timezone.now().astimezone(UTC),
        by=by,
        deed=deed,
        thing=thing,
        practice=practice,
        reason=reason,
    )
    entry.mac = chain.mac_of(entry, head.mac, key=chain.key())
    entry.save(force_insert=True)
    head.number, head.mac = entry.number, entry.mac
    head.save()
    return entry


def _head() -> Head:
    """How the chain ends, held until this writer is done."""
    held = Head.objects.select_for_update().filter(pk=1)
    found = held.first()
    if found is None:  # the very first deed; two writers at once make one head
        Head.objects.get_or_create(pk=1)
        found = held.get()
    return found
