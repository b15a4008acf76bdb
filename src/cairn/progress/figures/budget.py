"""The grant's budget by category at the end of the period, and why it went otherwise than time alone would say."""

from __future__ import annotations

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cairn.money.currencies import shown
from cairn.money.drawing import burn_chart
from cairn.money.facts import Row, burn, by_month
from cairn.progress.figures.shape import Asking, Found, Group, Head
from cairn.progress.figures.telling import Value, amount, exact, sentences
from cairn.progress.shape import Ask, Cell

SOURCE = gettext_lazy(
    "Budget and expenses of the grant, by the day of payment; flat rates are reckoned from all others."
)


def _find(asking: Asking) -> Found:
    if asking.grant is None:
        return Found(str(SOURCE), draft=_("This report is about no grant, so it has no budget."))
    told = burn(asking.grant, *asking.days)
    total, currency = told.total, asking.grant.currency
    months = [month for month in by_month(asking.grant) if month.last <= asking.ends_on]
    used = total.used
    percent = Value(_("%(percent)s %%") % {"percent": used}, float(used)) if used is not None else None
    return Found(
        source=str(SOURCE),
        values={
            "currency": Value(currency),
            "budget": amount(total.budget, currency),
            "period": amount(total.this_period, currency),
            "cumulative": amount(total.cumulative, currency),
            "remaining": amount(total.remaining, currency),
        }
        | ({"used": percent} if percent else {}),
        rows={
            "categories": [_cells(row) for row in (*told.rows, total)] if told.rows else [],
            "months": [
                (date_format(month.first, "F Y"), float(month.cumulative), float(month.planned))
                for month in months
                if total.budget
            ],
        },
        notes=dict.fromkeys(
            ("categories", "months"), _("All amounts in %(currency)s.") % {"currency": currency}
        ),
        charts={"months": [burn_chart(told, months)]} if months and total.budget else {},
        draft=_draft(total),
        asks=tuple(
            Ask(f"budget-{row.category.pk}", _off(row))
            for row in told.rows
            if row.category and row.asks_reason and not row.reason
        ),
    )


def _cells(row: Row) -> tuple[Cell, ...]:
    return (
        str(row.category) if row.category else _("All together"),
        float(row.budget),
        float(row.this_period),
        float(row.cumulative),
        float(row.remaining),
        exact(row.used),
        float(row.planned),
        exact(row.off),
        row.reason or None,
    )


def _off(row: Row) -> str:
    return _("%(category)s: %(spent)s spent, where %(planned)s was planned by then (%(percent)s %%)") % {
        "category": row.category,
        "spent": shown(row.cumulative, row.currency),
        "planned": shown(row.planned, row.currency),
        "percent": f"{row.off or 0:+.0f}",
    }


def _draft(total: Row) -> str:
    spent = _("In this period %(period)s was spent, in all %(cumulative)s of %(budget)s.") % {
        "period": shown(total.this_period, total.currency),
        "cumulative": shown(total.cumulative, total.currency),
        "budget": shown(total.budget, total.currency),
    }
    return sentences(spent, _("%(left)s is left.") % {"left": shown(total.remaining, total.currency)})


GROUP = Group(
    key="budget",
    name=gettext_lazy("Budget by category"),
    find=_find,
    figures={
        "currency": gettext_lazy("Currency"),
        "budget": gettext_lazy("Budget"),
        "period": gettext_lazy("Spent in this period"),
        "cumulative": gettext_lazy("Spent in all"),
        "remaining": gettext_lazy("Left"),
        "used": gettext_lazy("Of the budget used"),
    },
    tables={
        "categories": Head(
            gettext_lazy("Budget by category"),
            (
                gettext_lazy("Category"),
                gettext_lazy("Budget"),
                gettext_lazy("In this period"),
                gettext_lazy("In all"),
                gettext_lazy("Left"),
                gettext_lazy("Per cent used"),
                gettext_lazy("Planned by then"),
                gettext_lazy("Variance in per cent"),
                gettext_lazy("Why it went otherwise"),
            ),
        ),
        "months": Head(
            gettext_lazy("Spent month by month"),
            (gettext_lazy("Month"), gettext_lazy("Spent in all"), gettext_lazy("Planned by then")),
            gettext_lazy(
                "Filled: what was spent. Dashed line: what time alone would have used. Diamond: the budget."
            ),
        ),
    },
)
