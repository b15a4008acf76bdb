"""What a view is asked for: a practice whose records somebody may read or keep, one of its registers, a record."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404

from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.people.facts import may
from cairn.registers import facts
from cairn.registers.kinds import all_kinds
from cairn.registers.models import Record
from cairn.registers.shape import Kind

if TYPE_CHECKING:
    from cairn.practices.models import Practice


def kind_of(key: str) -> Kind:
    if key not in all_kinds():
        raise Http404
    return all_kinds()[key]


def record_of(request: SignedIn, pk: UUID, permission: Permission) -> Record:
    return get_object_or_404(facts.visible_to(request.user, permission), pk=pk)


def may_keep(request: SignedIn, practice: Practice) -> bool:
    return may(request.user, Permission.KEEP_RECORDS, practice.organisation)
