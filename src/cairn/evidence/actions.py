"""What people do with evidence: sign for what records cannot show, and take it back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cairn.evidence.models import Showing, Statement
from cairn.evidence.rules import rules_of
from cairn.practices.days import months_later
from cairn.trail.actions import note
from cairn.trail.enums import Deed

if TYPE_CHECKING:
    from cairn.people.models import Person
    from cairn.practices.models import Practice

LONGEST = 12
"""Months after which a statement has to be signed anew (evidence.md 4.1: policies and statements)."""


@transaction.atomic
def sign(
    *, practice: Practice, framework: str, item: str, role: str, words: str, expires_on: date, by: Person
) -> Statement:
    """Somebody states what records cannot show. Raises ValidationError for a day that is over or more than a year ahead."""
    if item not in rules_of(framework):
        raise ValidationError(_("There is no rule for this item."))
    today = timezone.localdate()
    if not today < expires_on <= months_later(today, LONGEST):
        raise ValidationError(
            {
                "expires_on": _(
                    "A statement holds until a day within the next twelve months; then it is signed anew."
                )
            }
        )
    statement = Statement(
        practice=practice,
        framework=framework,
        item=item,
        role=role,
        words=words,
        signed_on=today,
        expires_on=expires_on,
        by=by,
    )
    statement.full_clean(exclude=["practice", "by"])
    statement.save()
    note(by=by, deed=Deed.CREATED, thing=f"statement:{statement.pk}", practice=practice.pk)
    return statement


@transaction.atomic
def withdraw(*, statement: Statement, by: Person) -> Statement:
    """It counts no more from today on; that it was signed stays to be read. Twice changes nothing."""
    current = Statement.objects.select_for_update(of=("self",)).get(pk=statement.pk)
    if current.withdrawn_on is None:
        current.withdrawn_on = timezone.localdate()
        current.save(update_fields=["withdrawn_on"])
        note(by=by, deed=Deed.CHANGED, thing=f"statement:{current.pk}", practice=current.practice_id)
    return current


@transaction.atomic
def show_publicly(*, practice: Practice, by: Person) -> Showing:
    """From the next edition on, strength and month of each item's evidence are published. Twice changes nothing."""
    showing, new = Showing.objects.get_or_create(
        practice=practice, defaults={"since": timezone.localdate(), "by": by}
    )
    if new:
        note(by=by, deed=Deed.CREATED, thing=f"showing:{practice.pk}", practice=practice.pk)
    return showing


@transaction.atomic
def hide(*, practice: Practice, by: Person) -> None:
    """Later editions say nothing of evidence; what was published stays as it is. Twice changes nothing."""
    gone, _rows = Showing.objects.filter(practice=practice).delete()
    if gone:
        note(by=by, deed=Deed.CHANGED, thing=f"showing:{practice.pk}", practice=practice.pk)
