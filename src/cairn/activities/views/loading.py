"""What a page is about, for those who may: a practice, one of its activities, one of its sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404

from cairn.activities.facts import offering

if TYPE_CHECKING:
    from cairn.activities.models import Activity, Session
    from cairn.people.asking import SignedIn
    from cairn.people.enums import Permission


def activity_of(request: SignedIn, pk: int, permission: Permission) -> Activity:
    return get_object_or_404(offering.visible_to(request.user, permission), pk=pk)


def session_of(request: SignedIn, pk: int, permission: Permission) -> Session:
    return get_object_or_404(offering.sessions_visible_to(request.user, permission), pk=pk)
