"""What was paid: a list to narrow down and take away, entered line by line, never changed, only corrected."""

from __future__ import annotations

from decimal import Decimal

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from cairn.common import tables
from cairn.money import actions, facts
from cairn.money.asking import grant_of
from cairn.money.checking import OVERSPENT
from cairn.money.forms import CorrectForm, ExpenseFilter, ExpenseForm
from cairn.money.models import Expense, Grant
from cairn.money.showing import EXPENSES
from cairn.money.views.submitting import asked, done
from cairn.people.asking import SignedIn

ON_A_PAGE = 50


def show(request: SignedIn, practice: int, pk: int) -> HttpResponse:
    grant = grant_of(request, practice, pk)
    form = ExpenseFilter(request.GET, grant=grant)
    found = _chosen(grant, form)
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    context = {
        "grant": grant,
        "form": form,
        "page": page,
        "sum": sum(found.order_by().values_list("counted", flat=True), Decimal(0)),
        "query": query.urlencode(),
        "filtered": any(query.values()),
        "bookable": facts.bookable_lines(grant).exists(),
    }
    return render(request, "money/expenses.html", context)


def export(request: SignedIn, practice: int, pk: int, form: str) -> HttpResponse:
    grant = grant_of(request, practice, pk)
    chosen = _chosen(grant, ExpenseFilter(request.GET, grant=grant))
    return tables.answer(form, f"expenses-{grant.pk}", EXPENSES, chosen)


def _chosen(grant: Grant, form: ExpenseFilter) -> QuerySet[Expense]:
    form.is_valid()
    said, found = form.cleaned_data, facts.expenses_of(grant)
    for name, path in (
        ("line", "line"),
        ("currency", "currency"),
        ("since", "paid_on__gte"),
        ("until", "paid_on__lte"),
    ):
        if said.get(name):
            found = found.filter(**{path: said[name]})
    if said.get("words"):
        found = found.filter(Q(words__icontains=said["words"]) | Q(document__icontains=said["words"]))
    kinds = {"corrections": Q(corrects__isnull=False), "undocumented": Q(document="", corrects__isnull=True)}
    return found.filter(kinds[said["kind"]]) if said.get("kind") else found


def new(request: SignedIn, practice: int, pk: int) -> HttpResponse:
    grant = grant_of(request, practice, pk)
    initial = {"line": request.GET.get("line"), "currency": grant.currency}
    form = ExpenseForm(request.POST or None, grant=grant, initial=initial)
    if done(form, lambda: actions.spend(by=request.user, **form.said)):
        messages.success(request, _("Saved."))
        return redirect("expense_new" if "again" in request.POST else "expenses", practice, pk)
    if form.has_error("amount", OVERSPENT) or form.data.get("over"):
        form.ask_about_overspending()
    context = {"grant": grant, "form": form}
    return render(request, "money/expense.html", context, status=422 if form.is_bound else 200)


def correct(request: SignedIn, practice: int, pk: int, expense: int) -> HttpResponse:
    grant = grant_of(request, practice, pk)
    found = get_object_or_404(facts.expenses_of(grant), pk=expense)
    form = CorrectForm(request.POST or None)

    def act() -> None:
        actions.correct(expense=found, by=request.user, **form.cleaned_data)

    context = {"grant": grant, "expense": found, "left": facts.left_of(found)}
    page = asked(request, "money/correct.html", form, act, **context)
    return page or redirect("expenses", practice, pk)
