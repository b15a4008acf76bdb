"""What the trail says, and whether it can be trusted."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from django.utils.translation import gettext_lazy as _

from cairn.common.tables import Column
from cairn.people.models import Person
from cairn.trail import chain
from cairn.trail.enums import Deed
from cairn.trail.models import Entry, Head

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.utils.functional import Promise


class Fault(NamedTuple):
    number: int
    """The first entry that does not fit."""
    words: str | Promise


class Anchor(NamedTuple):
    """How the chain ended at one moment, to be kept where nobody who can write the database can reach it."""

    number: int
    mac: str


def of(thing: str) -> QuerySet[Entry]:
    """What was done with one record, newest first."""
    return Entry.objects.filter(thing=thing).select_related("by")


def of_practice(practice: int) -> QuerySet[Entry]:
    return Entry.objects.filter(practice=practice).select_related("by")


def head() -> Anchor:
    found = Head.objects.filter(pk=1).first()
    return Anchor(found.number, found.mac) if found else Anchor(0, "")


def people_in(practice: int) -> QuerySet[Person]:
    """Everyone who did something there, by name."""
    return Person.objects.filter(pk__in=of_practice(practice).order_by().values("by")).order_by("name", "pk")


def emergencies(practice: int, since: datetime) -> QuerySet[Entry]:
    """Records that somebody opened without being assigned."""
    return of_practice(practice).filter(deed=Deed.BROKE_GLASS, at__gte=since)


def fault(anchor: Anchor | None = None, *, last: int | None = None) -> Fault | None:
    """The first fault of the chain, or None where everything fits: every entry, the head, and the anchor if one is given.

    With `last` only so many of the newest are looked at; an older fault then stays unseen.
    """
    key = chain.key()
    number, before = _before(last)
    for entry in Entry.objects.filter(number__gt=number).order_by("number").iterator(chunk_size=2_000):
        number += 1
        entry.at = entry.at.astimezone(UTC)
        if entry.number != number:
            return Fault(number, _("An entry is missing."))
        if chain.mac_of(entry, before, key=key) != entry.mac:
            return Fault(number, _("This entry was changed, or put here by someone else."))
        before = entry.mac
        if anchor and number == anchor.number and before != anchor.mac:
            return Fault(number, _("The chain is another than the one that was anchored."))
    if head() != (number, before):
        return Fault(number, _("The chain does not end where it should: the newest entries are missing."))
    if anchor and anchor.number > number:
        return Fault(number, _("Entries that were anchored are missing."))
    return None


def _before(last: int | None) -> Anchor:
    """How the chain ended before the entries that are to be looked at; an entry that is missing there shows at the next."""
    number = max(head().number - last, 0) if last else 0
    entry = Entry.objects.filter(number=number).first()
    return Anchor(number, entry.mac if entry else "")


COLUMNS = (
    Column(_("Number"), lambda entry: entry.number),
    Column(_("When"), lambda entry: entry.at),
    Column(_("Who"), lambda entry: entry.by.name if entry.by else ""),
    Column(_("What was done"), lambda entry: entry.get_deed_display()),
    Column(_("With which record"), lambda entry: entry.thing),
    Column(_("Reason"), lambda entry: entry.reason),
)
