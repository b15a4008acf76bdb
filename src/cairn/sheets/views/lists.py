"""Every list that can be taken away or brought in, and one's own imports."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from cairn.people.asking import SignedIn, only_if
from cairn.people.facts import may
from cairn.practices.facts import visible_to
from cairn.sheets import facts


def show(request: SignedIn, practice: int) -> HttpResponse:
    found = get_object_or_404(visible_to(request.user), pk=practice)
    tables = facts.tables_for(request.user, found)
    only_if(bool(tables))
    context = {
        "practice": found,
        "tables": [
            (
                table,
                may(request.user, table.may_take, found.organisation),
                may(request.user, table.may_bring, found.organisation),
            )
            for table in tables
        ],
        "imports": facts.visible_to(request.user).filter(practice=found)[:20],
        "names": {key: table.name for key, table in facts.tables().items()},
    }
    return render(request, "sheets/lists.html", context)
