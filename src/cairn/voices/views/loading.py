"""What a page is about, for those who may: a practice, a session, an opening."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404

from cairn.activities.facts import offering
from cairn.voices import facts

if TYPE_CHECKING:
    from cairn.activities.models import Session
    from cairn.people.asking import SignedIn
    from cairn.people.enums import Permission
    from cairn.voices.models import Opening


def session_of(request: SignedIn, pk: int, permission: Permission) -> Session:
    return get_object_or_404(offering.sessions_visible_to(request.user, permission), pk=pk)


def opening_of(request: SignedIn, pk: int, permission: Permission) -> Opening:
    return get_object_or_404(facts.visible_to(request.user, permission), pk=pk)
