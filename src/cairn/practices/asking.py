"""The practice that a page is about, for those who may; every room that keeps a practice's records begins with it."""

from django.shortcuts import get_object_or_404

from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.people.facts import may
from cairn.practices.facts import visible_to
from cairn.practices.models import Practice


def practice_of(request: SignedIn, pk: int, permission: Permission) -> Practice:
    """Raises Http404 alike where it is not there and where the person may not."""
    return get_object_or_404(visible_to(request.user, permission), pk=pk)


def may_here(request: SignedIn, practice: Practice, permission: Permission) -> bool:
    return may(request.user, permission, practice.organisation)
