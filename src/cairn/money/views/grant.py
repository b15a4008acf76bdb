"""One grant: its budget by category and line at the end of a period, and how it was spent month by month."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language_bidi

from cairn.common import tables
from cairn.money import actions, facts
from cairn.money.asking import grant_of
from cairn.money.drawing import burn_chart
from cairn.money.forms import PeriodForm, ReasonForm
from cairn.money.models import Grant
from cairn.money.showing import BUDGET, MONTHS, budget_rows
from cairn.money.views.submitting import asked
from cairn.people.asking import SignedIn


def _burn(grant: Grant, form: PeriodForm) -> facts.Burn:
    """At the end of the period that is asked for; of the whole grant until now where none is, or none that can be."""
    said = form.cleaned_data if form.is_valid() else {}
    return facts.burn(grant, said.get("since"), said.get("until"))


def show(request: SignedIn, practice: int, pk: int) -> HttpResponse:
    grant = grant_of(request, practice, pk)
    form = PeriodForm(request.GET or None)
    burn = _burn(grant, form)
    form.initial = {"since": burn.starts_on, "until": burn.ends_on}
    months = facts.by_month(grant)
    context = {
        "grant": grant,
        "practice": grant.practice,
        "form": form,
        "burn": burn,
        "months": months,
        "periods": facts.half_years(grant),
        "notes": facts.notes_of(grant),
        "notable": facts.NOTABLE,
        "planned": bool(burn.total.budget),
        "chart": burn_chart(facts.burn(grant), months).drawn(key="burn", rtl=get_language_bidi()),
        "query": f"since={burn.starts_on}&until={burn.ends_on}",
    }
    return render(request, "money/grant.html", context)


def export(request: SignedIn, practice: int, pk: int, table: str, form: str) -> HttpResponse:
    grant = grant_of(request, practice, pk)
    if table == "months":
        return tables.answer(form, f"months-{grant.pk}", MONTHS, facts.by_month(grant))
    return tables.answer(
        form, f"budget-{grant.pk}", BUDGET, budget_rows(_burn(grant, PeriodForm(request.GET)))
    )


def explain(request: SignedIn, practice: int, pk: int, category: int) -> HttpResponse:
    """For the period that the address names."""
    grant = grant_of(request, practice, pk)
    found = get_object_or_404(grant.categories.all(), pk=category)
    burn = _burn(grant, PeriodForm(request.GET))
    row = next(row for row in burn.rows if row.category == found)
    form = ReasonForm(request.POST or None, initial={"reason": row.reason})

    def act() -> None:
        actions.explain(
            category=found,
            starts_on=burn.starts_on,
            ends_on=burn.ends_on,
            by=request.user,
            reason=form.cleaned_data["reason"],
        )

    back = f"{grant.get_absolute_url()}?since={burn.starts_on}&until={burn.ends_on}"
    context = {"grant": grant, "burn": burn, "row": row, "category": found, "back": back}
    return asked(request, "money/explain.html", form, act, **context) or redirect(back)
