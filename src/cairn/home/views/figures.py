"""The figures of one practice, drawn side by side, and to take away."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from cairn.common import tables
from cairn.home.charting import GROUPS, Group, rows_of
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.people.facts import permissions_in
from cairn.practices.asking import may_here, practice_of
from cairn.practices.models import Practice


def show(request: SignedIn, practice: int) -> HttpResponse:
    found = practice_of(request, practice, Permission.SEE_RECORDS)
    openly = may_here(request, found, Permission.WORK_WITH_PARTICIPANTS)
    context = {
        "practice": found,
        "groups": [(group, list(group.draw(found, openly))) for group in _open_to(request, found)],
        "may_export": may_here(request, found, Permission.EXPORT_RECORDS),
    }
    return render(request, "home/figures.html", context)


def export(request: SignedIn, practice: int, part: str, kind: str) -> HttpResponse:
    found = practice_of(request, practice, Permission.EXPORT_RECORDS)
    group = next((one for one in _open_to(request, found) if one.key == part), None)
    if group is None:
        raise Http404
    openly = may_here(request, found, Permission.WORK_WITH_PARTICIPANTS)
    rows = rows_of(list(group.draw(found, openly)))
    return tables.answer(kind, f"{part}-{found.slug}", group.columns(), rows)


def _open_to(request: SignedIn, practice: Practice) -> list[Group]:
    allowed = permissions_in(request.user, practice.organisation)
    return [group for group in GROUPS if group.permission in allowed]
