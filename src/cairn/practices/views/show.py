"""A practice as those who work on it see it."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.people.facts import may
from cairn.practices import facts


def show(request: SignedIn, pk: int) -> HttpResponse:
    practice = get_object_or_404(facts.with_history(facts.visible_to(request.user)), pk=pk)
    context = {
        "practice": practice,
        "facts": facts.said_of(practice),
        "changes": practice.changes.select_related("by"),
        "may_edit": may(request.user, Permission.EDIT_PRACTICE, practice.organisation),
        "may_assess": may(request.user, Permission.ASSESS, practice.organisation),
        "may_see_records": may(request.user, Permission.SEE_RECORDS, practice.organisation),
        "may_manage_money": may(request.user, Permission.MANAGE_MONEY, practice.organisation),
        "may_import": may(request.user, Permission.IMPORT, practice.organisation),
    }
    return render(request, "practices/show.html", context)
