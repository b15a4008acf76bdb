"""How a grant is spent, drawn: what time alone would have used, and what was."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from cairn.charts import Chart, Dot, Mark, Series, Way
from cairn.money import currencies

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cairn.money.facts import Burn, Month


def burn_chart(burn: Burn, months: Sequence[Month]) -> Chart:
    """Days from the grant's first to its last, amounts from 0 to the budget or to what was spent, whichever is more."""
    grant, budget = burn.grant, burn.total.budget
    most = max([budget, *(month.cumulative for month in months)])
    spent = [Dot(grant.starts_on, 0, _said(Decimal(0), burn))]
    spent += [
        Dot(min(month.last, burn.ends_on), float(month.cumulative), _month(month, burn)) for month in months
    ]
    return Chart(
        series=[Series(spent, filled=True)],
        ways=[Way(grant.starts_on, 0, grant.ends_on, float(budget))],
        marks=[Mark(grant.ends_on, float(budget), _("Budget: %(amount)s") % {"amount": _said(budget, burn)})],
        top=float(most),
        scale=[
            (float(amount), number_format(amount, 0, force_grouping=True))
            for amount in sorted({Decimal(0), most / 2, most})
        ],
        title=_("How the grant is spent"),
        desc=_("By %(day)s %(spent)s of %(budget)s were spent; time alone would have used %(planned)s.")
        % {
            "day": date_format(burn.ends_on),
            "spent": _said(burn.total.cumulative, burn),
            "budget": _said(budget, burn),
            "planned": _said(burn.total.planned, burn),
        },
    )


def _said(amount: Decimal, burn: Burn) -> str:
    return currencies.shown(amount, burn.grant.currency)


def _month(month: Month, burn: Burn) -> str:
    return f"{date_format(month.first, 'YEAR_MONTH_FORMAT')}: {_said(month.cumulative, burn)}"
