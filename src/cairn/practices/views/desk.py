"""The desk: what one works on, and what can be done next."""

from django.http import HttpResponse
from django.shortcuts import render

from cairn.common import tables
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.people.facts import organisations_of
from cairn.practices import facts


def show(request: SignedIn) -> HttpResponse:
    context = {
        "practices": facts.with_history(facts.visible_to(request.user)),
        "organisations": organisations_of(request.user, Permission.SEE_PRACTICE),
        "may_describe": organisations_of(request.user, Permission.EDIT_PRACTICE).exists(),
        "may_curate": organisations_of(request.user, Permission.CURATE).exists(),
        "may_import": organisations_of(request.user, Permission.IMPORT).exists(),
    }
    return render(request, "practices/desk.html", context)


def export(request: SignedIn, kind: str) -> HttpResponse:
    return tables.answer(kind, "practices", facts.COLUMNS, facts.visible_to(request.user))
