"""Everything one was told, and how one wants to be told."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render

from cairn.notices import actions, facts
from cairn.notices.forms import TellingForm
from cairn.people.asking import SignedIn

ON_A_PAGE = 30


def listing(request: SignedIn) -> HttpResponse:
    told = {name: getattr(request.user, name) for name in ("language", "wants_email", "wants_weekly")}
    form = TellingForm(request.POST or None, initial=told)
    if request.method == "POST" and form.is_valid():
        actions.choose(by=request.user, **form.cleaned_data)
        return redirect("notices")
    context = {
        "page": Paginator(facts.notices_of(request.user), ON_A_PAGE).get_page(request.GET.get("page")),
        "unread": facts.unread(request.user),
        "form": form,
    }
    return render(request, "notices/list.html", context)
