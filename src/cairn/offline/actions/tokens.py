"""Letting a phone in, and shutting it out again."""

from __future__ import annotations

import secrets
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cairn.offline.models import FieldToken
from cairn.people.facts import digest_of
from cairn.trail.actions import note
from cairn.trail.enums import Deed

if TYPE_CHECKING:
    from cairn.people.models import Person
    from cairn.practices.models import Practice

LONGEST = timedelta(days=366)


@transaction.atomic
def make(*, practice: Practice, name: str, expires_on: date, by: Person) -> tuple[FieldToken, str]:
    """A new one and its secret, which cannot be shown again. Raises ValidationError for a day that has passed or is too far off."""
    today = timezone.localdate()
    if not today <= expires_on <= today + LONGEST:
        raise ValidationError({"expires_on": _("Choose a day from today to a year from now.")})
    secret = f"field_{secrets.token_urlsafe(24)}"
    token = FieldToken(
        practice=practice, name=name, digest=digest_of(secret), made_by=by, expires_on=expires_on
    )
    token.full_clean()
    token.save()
    note(by=by, deed=Deed.CREATED, thing=f"field token:{token.pk}", practice=practice.pk)
    return token, secret


@transaction.atomic
def revoke(*, token: FieldToken, by: Person) -> None:
    """From now on it opens nothing; that it was there stays. Nothing happens to one that is revoked."""
    if token.revoked_on is None:
        token.revoked_on = timezone.localdate()
        token.save(update_fields=["revoked_on"])
        note(by=by, deed=Deed.CHANGED, thing=f"field token:{token.pk}", practice=token.practice_id)
