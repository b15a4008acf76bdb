"""Budgets by category: sums only, without what anything was paid for, and without reasons."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cairn.money import facts
from cairn.people.enums import Permission
from cairn.releases.kinds.shape import Asked, Cell, Kind, Table


def _build(asked: Asked) -> Table:
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
        for grant in facts.grants_of(asked.practice.pk).filter(
            starts_on__lte=asked.end, ends_on__gte=asked.start
        )
        for burn in [facts.burn(grant, asked.start, asked.end)]
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
