"""What is true of released tables, and who may read them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, cast

from django.db.models import QuerySet
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from cairn.common.tables import Column
from cairn.people.enums import Permission
from cairn.people.facts import permissions_in
from cairn.people.models import Person
from cairn.releases.audit import Published
from cairn.releases.disclosure import too_near
from cairn.releases.kinds import KINDS, Asked, Cell, Kind, Table, digest_of
from cairn.releases.models import Release
from cairn.releases.signals import also_told

if TYPE_CHECKING:
    from cairn.practices.models import Practice

Answers = list[tuple[Any, list[Published]]]
"""What listeners of `also_told` give back."""


def kinds_for(person: Person, practice: Practice) -> list[Kind]:
    """What the person may release."""
    allowed = permissions_in(person, practice.organisation)
    return [kind for kind in KINDS.values() if kind.permission in allowed]


def may_release(person: Person, practice: Practice) -> bool:
    return bool(kinds_for(person, practice))


def readable_by(person: Person, practice: Practice) -> QuerySet[Release]:
    """Newest first. Whoever releases also finds what was withdrawn."""
    found = Release.objects.filter(practice=practice).select_related(
        "practice", "released_by", "withdrawn_by"
    )
    allowed = permissions_in(person, practice.organisation)
    if Permission.SEE_RELEASED not in allowed:
        return found.none()
    return found if may_release(person, practice) else found.filter(withdrawn_at=None)


def is_intact(release: Release) -> bool:
    """Whether the table is what was released, by its fingerprint."""
    return digest_of(release.content) == release.digest


def drawn(kind: Kind, practice: Practice, start: date, end: date, *, rounded: bool) -> Table:
    """The table as it would be released. Raises ValidationError where the records do not give one."""
    earlier = published_of(practice) if kind.cumulative else ()
    return kind.build(Asked(practice, start, end, rounded, earlier))


def published_of(practice: Practice) -> list[Published]:
    """Tables of people reached, newest first, withdrawn ones included, which somebody may have kept; then what rooms above told."""
    kinds = [kind.key for kind in KINDS.values() if kind.cumulative]
    released = [
        Published(release.title, release.ends_on, release.content["people"], release.content["rounded"])
        for release in Release.objects.filter(practice=practice, which__in=kinds)
    ]
    elsewhere = cast("Answers", also_told.send(sender=Release, practice=practice))
    return released + [one for _receiver, told in elsewhere for one in told]


def nearest(practice: Practice, kind: Kind, table: Table) -> Release | None:
    """The newest release of this kind, withdrawn ones included, beside which a count by itself would tell of 1 to 4."""
    for release in Release.objects.filter(practice=practice, which=kind.key):
        if too_near(table.people, release.content["people"]):
            return release
    return None


def said(cell: Cell) -> str:
    """A cell in words."""
    if cell is None:
        return _("hidden")
    if isinstance(cell, str):
        return cell
    return number_format(cell, None if isinstance(cell, int) else 2)


def lines(content: dict[str, Any]) -> Iterator[list[str]]:
    for row in content["rows"]:
        yield [said(cell) for cell in row]


def columns_of(release: Release) -> list[Column]:
    """For taking it away: a hidden cell says so."""

    def column(title: str, place: int) -> Column:
        return Column(title, lambda row: _("hidden") if row[place] is None else row[place])

    return [column(title, place) for place, title in enumerate(release.content["columns"])]
