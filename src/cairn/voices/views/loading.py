"""What a page is about, for those who may: a practice, a session, an opening."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404

from cairn.activities.facts import offering
from cairn.people.facts import may
from cairn.practices.facts import visible_to
from cairn.voices import facts

if TYPE_CHECKING:
    from cairn.activities.models import Session
    from cairn.people.asking import SignedIn
    from cairn.people.enums import Permission
    from cairn.practices.models import Practice
    from cairn.voices.models import Opening


def practice_of(request: SignedIn, pk: int, permission: Permission) -> Practice:
    return get_object_or_404(visible_to(request.user, permission), pk=pk)


def session_of(request: SignedIn, pk: int, permission: Permission) -> Session:
    return get_object_or_404(offering.sessions_visible_to(request.user, permission), pk=pk)


def opening_of(request: SignedIn, pk: int, permission: Permission) -> Opening:
    return get_object_or_404(facts.visible_to(request.user, permission), pk=pk)


def may_here(request: SignedIn, practice: Practice, permission: Permission) -> bool:
    return may(request.user, permission, practice.organisation)
