"""What a view is asked for, and what the person who asks may do with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404

from cairn.people.asking import only_if
from cairn.people.enums import Permission
from cairn.practices.asking import practice_of
from cairn.progress import facts

if TYPE_CHECKING:
    from cairn.people.asking import SignedIn
    from cairn.practices.models import Practice
    from cairn.progress.models import Report


def finding(request: SignedIn, pk: int) -> Practice:
    """A practice whose reports this person may find at all."""
    practice = practice_of(request, pk, Permission.SEE_PRACTICE)
    only_if(facts.may_find(request.user, practice))
    return practice


def writing(request: SignedIn, pk: int) -> Practice:
    return practice_of(request, pk, facts.WRITE)


def readable(request: SignedIn, practice: int, pk: int) -> Report:
    return get_object_or_404(facts.readable_by(request.user, finding(request, practice)), pk=pk)


def writable(request: SignedIn, practice: int, pk: int) -> Report:
    return get_object_or_404(facts.readable_by(request.user, writing(request, practice)), pk=pk)


def signable(request: SignedIn, practice: int, pk: int) -> Report:
    found = practice_of(request, practice, facts.SIGN)
    return get_object_or_404(facts.readable_by(request.user, found), pk=pk)
