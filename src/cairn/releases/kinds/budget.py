"""Budgets by category: sums only, without what anything was paid for, and without reasons."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cairn.money import facts
from cairn.people.enums import Permission
from cairn.releases.kinds.shape import Cell, Kind, Table

if TYPE_CHECKING:
    from cairn.practices.models import Practice


def _build(practice: Practice, start: date, end: date, rounded: bool) -> Table:  # no people here
    columns = (
        _("Grant"),
        _("Category"),
        _("Currency"),
        _("Budget"),
        _("In this period"),
        _("In all"),
        _("Remaining"),
    )
    rows = tuple(
        _row(str(grant), row)
        for grant in facts.grants_of(practice.pk).filter(starts_on__lte=end, ends_on__gte=start)
        for burn in [facts.burn(grant, start, end)]
        for row in (*burn.rows, burn.total)
        if row.budget or row.cumulative
    )
    return Table(columns, rows, _("Grants that run in the period, by category."))


def _row(grant: str, row: facts.Row) -> tuple[Cell, ...]:
    sums = (row.budget, row.this_period, row.cumulative, row.remaining)
    return (grant, row.category.words if row.category else _("All"), row.currency, *map(float, sums))


KIND = Kind(
    key="budget",
    name=gettext_lazy("Budget by category"),
    purpose=gettext_lazy("What was planned, spent and left of every grant that runs in the period."),
    build=_build,
    permission=Permission.MANAGE_MONEY,
)
