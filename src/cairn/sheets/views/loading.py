"""Finding the list or the import that a page is about, for those who may."""

from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404

from cairn.people.asking import SignedIn, only_if
from cairn.people.facts import permissions_in
from cairn.practices.facts import visible_to
from cairn.practices.models import Practice
from cairn.sheets import facts
from cairn.sheets.models import Import
from cairn.sheets.shape import Table


def table_of(request: SignedIn, practice: int, key: str, *, bringing: bool) -> tuple[Practice, Table]:
    table = facts.tables().get(key)
    if table is None:
        raise Http404
    wanted = table.may_bring if bringing else table.may_take
    found = get_object_or_404(visible_to(request.user, wanted), pk=practice)
    only_if(table.needs <= permissions_in(request.user, found.organisation))
    return found, table


def import_of(request: SignedIn, pk: UUID) -> tuple[Import, Table]:
    """One's own import, as long as one may still bring such a list in."""
    sheet = get_object_or_404(facts.visible_to(request.user), pk=pk)
    _practice, table = table_of(request, sheet.practice_id, sheet.table, bringing=True)
    return sheet, table
