"""Releasing a table to funders, and withdrawing it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cairn.practices.models import Practice
from cairn.releases import facts, gate
from cairn.releases.audit import Published
from cairn.releases.models import Release
from cairn.trail.actions import note
from cairn.trail.enums import Deed

if TYPE_CHECKING:
    from cairn.people.models import Person
    from cairn.releases.kinds import Kind, Table


def checked(kind: Kind, practice: Practice, start: date, end: date, *, rounded: bool) -> Table:
    """The table as it may be released. Raises ValidationError, saying beside which release it would tell too much."""
    if start > end or end > timezone.localdate():
        raise ValidationError(
            {"ends_on": _("The last day cannot lie before the first, nor after today. Choose another.")}
        )
    table = facts.drawn(kind, practice, start, end, rounded=rounded)
    if not table.rows:
        raise ValidationError(_("There is nothing to tell of these days yet. Choose others."))
    why = _why_not(kind, practice, end, table)
    if why:
        raise ValidationError(why)
    return table


def _why_not(kind: Kind, practice: Practice, end: date, table: Table) -> str | None:
    """What a reader could work out from the table and from those released before."""
    if kind.cumulative:
        new = Published("", end, table.people, table.rounded)
        return gate.refusal(new, facts.published_of(practice))
    near = facts.nearest(practice, kind, table)
    return gate.near_words(near.title) if near else None


@transaction.atomic
def release(
    *,
    practice: Practice,
    kind: Kind,
    days: tuple[date, date],
    rounded: bool,
    title: str,
    seen: str,
    by: Person,
) -> Release:
    """`seen` is the fingerprint of the table that the person looked at. Raises ValidationError where it has become another."""
    Practice.objects.select_for_update().get(
        pk=practice.pk
    )  # so that of two at once each is compared with the other
    start, end = days
    table = checked(kind, practice, start, end, rounded=rounded)
    if table.digest != seen:
        raise ValidationError(
            _("The figures have changed meanwhile. Look at the table again, then release it.")
        )
    made = Release.objects.create(
        practice=practice,
        title=title,
        which=kind.key,
        starts_on=None if kind.cumulative else start,
        ends_on=end,
        content=table.frozen,
        note=table.note,
        digest=table.digest,
        released_by=by,
    )
    note(by=by, deed=Deed.CREATED, thing=f"release:{made.pk}", practice=practice.pk)
    return made


@transaction.atomic
def withdraw(*, release: Release, reason: str, by: Person) -> Release:
    """Funders no longer find it. Raises ValidationError where it is withdrawn already."""
    kept = Release.objects.select_for_update().get(pk=release.pk)
    if kept.withdrawn_at:
        raise ValidationError(_("This table is withdrawn already."))
    kept.withdrawn_at, kept.withdrawn_by, kept.withdrawal_reason = timezone.now(), by, reason
    kept.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawal_reason"])
    note(by=by, deed=Deed.CHANGED, thing=f"release:{kept.pk}", practice=kept.practice_id, reason=reason)
    return kept
