"""What a view is asked for: a practice whose money somebody manages, or one of its grants. To all others it is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404

from cairn.money import facts
from cairn.money.models import Grant
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.practices import facts as practices

if TYPE_CHECKING:
    from cairn.practices.models import Practice


def practice_of(request: SignedIn, pk: int) -> Practice:
    return get_object_or_404(practices.visible_to(request.user, Permission.MANAGE_MONEY), pk=pk)


def grant_of(request: SignedIn, practice: int, pk: int) -> Grant:
    return get_object_or_404(facts.visible_to(request.user).filter(practice=practice), pk=pk)
