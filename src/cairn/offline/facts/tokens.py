"""Which phone may speak for which practice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cairn.offline.models import FieldToken
from cairn.people.facts import digest_of

if TYPE_CHECKING:
    from django.db.models import QuerySet


def tokens_of(practice_id: int) -> QuerySet[FieldToken]:
    """Also those that open nothing any more: who had access remains to be seen."""
    return FieldToken.objects.filter(practice=practice_id).select_related("made_by")


def token_of(practice_id: int, secret: str) -> FieldToken | None:
    """The one behind a secret, where it works today and for this practice."""
    found = FieldToken.objects.filter(practice=practice_id, digest=digest_of(secret))
    token = found.select_related("practice__organisation").first()
    return token if token and token.works else None
