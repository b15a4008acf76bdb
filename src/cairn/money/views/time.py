"""Hours of staff by month: entered once, changed for a reason, and every former number kept."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from cairn.common import tables
from cairn.money import actions, facts
from cairn.money.asking import grant_of
from cairn.money.forms import TimeEditForm, TimeForm
from cairn.money.showing import TIME, differences
from cairn.money.views.submitting import asked
from cairn.people.asking import SignedIn

ON_A_PAGE = 60


def show(request: SignedIn, practice: int, pk: int) -> HttpResponse:
    grant = grant_of(request, practice, pk)
    page = Paginator(facts.time_of(grant), ON_A_PAGE).get_page(request.GET.get("page"))
    bookable = facts.bookable_lines(grant).exists()
    return render(request, "money/time.html", {"grant": grant, "page": page, "bookable": bookable})


def export(request: SignedIn, practice: int, pk: int, form: str) -> HttpResponse:
    grant = grant_of(request, practice, pk)
    return tables.answer(form, f"staff-time-{grant.pk}", TIME, facts.time_of(grant))


def new(request: SignedIn, practice: int, pk: int) -> HttpResponse:
    grant = grant_of(request, practice, pk)
    form = TimeForm(request.POST or None, grant=grant)

    def act() -> None:
        actions.record_time(by=request.user, **form.said)

    if page := asked(request, "money/hours.html", form, act, grant=grant):
        return page
    messages.success(request, _("Saved."))
    return redirect("time_new" if "again" in request.POST else "time", practice, pk)


def edit(request: SignedIn, practice: int, pk: int, time: int) -> HttpResponse:
    grant = grant_of(request, practice, pk)
    found = get_object_or_404(facts.time_of(grant), pk=time)
    form = TimeEditForm(request.POST or None, initial={"hours": found.hours, "revision": found.revision})

    def act() -> None:
        said = form.cleaned_data | {"revision": form.cleaned_data["revision"] or 0}
        actions.revise_time(time=found, by=request.user, **said)

    context = {"grant": grant, "time": found, "changes": differences(facts.changes_of(found), grant)}
    return asked(request, "money/hours.html", form, act, **context) or redirect("time", practice, pk)
