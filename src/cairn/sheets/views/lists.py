"""Every list that can be taken away or brought in, and one's own imports."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from cairn.people.asking import SignedIn, only_if
from cairn.practices.facts import visible_to
from cairn.sheets import facts


def show(request: SignedIn, practice: int) -> HttpResponse:
    found = get_object_or_404(visible_to(request.user), pk=practice)
    offers = facts.offers_for(request.user, found)
    only_if(bool(offers))
    context = {
        "practice": found,
        "offers": offers,
        "imports": facts.visible_to(request.user).filter(practice=found)[:20],
    }
    return render(request, "sheets/lists.html", context)
