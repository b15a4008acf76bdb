"""The grants of a practice, with one sum per currency; open one, change one, remove one that was opened by mistake."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cairn.common import tables
from cairn.money import actions, facts, schemes
from cairn.money.asking import grant_of, practice_of
from cairn.money.forms import GrantEditForm, GrantForm
from cairn.money.models import Grant
from cairn.money.showing import GRANTS, differences
from cairn.money.views.submitting import asked
from cairn.people.asking import SignedIn


def show(request: SignedIn, practice: int) -> HttpResponse:
    found = practice_of(request, practice)
    burns = facts.standings(found.pk)
    sums = [
        (currency, budget, spent, budget - spent, facts.share(spent, budget))
        for currency, (budget, spent) in sorted(facts.sums(burns).items())
    ]
    return render(request, "money/grants.html", {"practice": found, "burns": burns, "sums": sums})


def export(request: SignedIn, practice: int, form: str) -> HttpResponse:
    found = practice_of(request, practice)
    return tables.answer(form, f"grants-{found.slug}", GRANTS, facts.standings(found.pk))


def new(request: SignedIn, practice: int) -> HttpResponse:
    found = practice_of(request, practice)
    form = GrantForm(request.POST or None)
    opened: list[Grant] = []

    def act() -> None:
        opened.append(actions.open_grant(practice=found, by=request.user, **form.cleaned_data))

    offered = [(name, schemes.headings(key)) for key, name in schemes.choices()]
    context = {"practice": found, "schemes": [one for one in offered if one[1]]}
    if page := asked(request, "money/grant_new.html", form, act, **context):
        return page
    messages.success(request, _("Saved. Next, write its budget line by line."))
    return redirect(opened[0])


def edit(request: SignedIn, practice: int, pk: int) -> HttpResponse:
    grant = grant_of(request, practice, pk)
    names = ("funder", "reference", "starts_on", "ends_on", "revision")
    form = GrantEditForm(request.POST or None, initial={name: getattr(grant, name) for name in names})

    def act() -> None:
        said = form.cleaned_data | {"revision": form.cleaned_data["revision"] or 0}
        actions.revise_grant(grant=grant, by=request.user, **said)

    context = {
        "grant": grant,
        "changes": differences(facts.changes_of(grant), grant),
        "removable": not facts.lines_of(grant).exists(),
    }
    return asked(request, "money/grant_edit.html", form, act, **context) or redirect(grant)


@require_POST
def remove(request: SignedIn, practice: int, pk: int) -> HttpResponse:
    grant = grant_of(request, practice, pk)
    try:
        actions.remove_grant(grant=grant)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
        return redirect(grant)
    messages.success(request, _("The grant was removed."))
    return redirect("money", practice)
