"""The lines of a budget: planned, and changed for a reason that is kept."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from cairn.money import actions, currencies, facts
from cairn.money.asking import grant_of
from cairn.money.forms import LineEditForm, LineForm
from cairn.money.showing import differences
from cairn.money.views.submitting import asked
from cairn.people.asking import SignedIn


def new(request: SignedIn, practice: int, pk: int) -> HttpResponse:
    grant = grant_of(request, practice, pk)
    form = LineForm(request.POST or None, grant=grant, initial={"category": request.GET.get("category")})

    def act() -> None:
        actions.plan_line(by=request.user, **form.said)

    if page := asked(request, "money/line.html", form, act, grant=grant):
        return page
    messages.success(request, _("Saved."))
    return redirect("line_new", practice, pk) if "again" in request.POST else redirect(grant)


def edit(request: SignedIn, practice: int, pk: int, line: int) -> HttpResponse:
    grant = grant_of(request, practice, pk)
    found = get_object_or_404(facts.lines_of(grant), pk=line)
    amount = currencies.rounded(found.amount, grant.currency)
    initial = {"words": found.words, "amount": amount, "revision": found.revision}
    form = LineEditForm(request.POST or None, initial=initial)

    def act() -> None:
        said = form.cleaned_data | {"revision": form.cleaned_data["revision"] or 0}
        actions.revise_line(line=found, by=request.user, **said)

    context = {"grant": grant, "line": found, "left": facts.left_on(found)}
    changes = differences(facts.changes_of(found), grant)
    return asked(request, "money/line.html", form, act, changes=changes, **context) or redirect(grant)
