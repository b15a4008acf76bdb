"""Writing into the trail."""

from collections.abc import Iterable
from datetime import UTC

from django.db import transaction
from django.utils import timezone

from cairn.people.models import Person
from cairn.trail import chain
from cairn.trail.enums import Deed
from cairn.trail.models import Entry, Head


def note(
    *, by: Person | None, deed: Deed, thing: str, practice: int | None = None, reason: str = ""
) -> Entry:
    """One deed, after all others. Writers wait for each other here, so it comes last in a long piece of work."""
    return note_each(by=by, deed=deed, things=[thing], practice=practice, reason=reason)[0]


@transaction.atomic
def note_each(
    *, by: Person | None, deed: Deed, things: Iterable[str], practice: int | None = None, reason: str = ""
) -> list[Entry]:
    """The same deed with several things, an entry for each, in as many statements as one takes."""
    head = _head()
    key, at = chain.key(), timezone.now().astimezone(UTC)
    entries = []
    for thing in things:
        entry = Entry(
            number=head.number + 1, at=at, by=by, deed=deed, thing=thing, practice=practice, reason=reason
        )
        entry.mac = chain.mac_of(entry, head.mac, key=key)
        head.number, head.mac = entry.number, entry.mac
        entries.append(entry)
    Entry.objects.bulk_create(entries)
    head.save()
    return entries


def _head() -> Head:
    """How the chain ends, held until this writer is done."""
    held = Head.objects.select_for_update().filter(pk=1)
    found = held.first()
    if found is None:  # the very first deed; two writers at once make one head
        Head.objects.get_or_create(pk=1)
        found = held.get()
    return found
