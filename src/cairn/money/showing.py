"""Tables of money as they leave the house, and changes in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from cairn.common.tables import Cell, Column
from cairn.money import currencies

if TYPE_CHECKING:
    from cairn.money.facts import Burn, Row
    from cairn.money.models import Grant, Revision

Difference = tuple[Any, str, str]


def figure(amount: Decimal | None) -> float | None:
    """For a spreadsheet to reckon with."""
    return None if amount is None else float(amount)


def _of_row(row: Row) -> Cell:
    if row.line:
        return row.line.words
    return str(row.category) if row.category else str(_("All together"))


BUDGET = (
    Column(_("Category"), lambda row: row.category.code if row.category else ""),
    Column(_("What for"), _of_row),
    Column(_("Currency"), lambda row: row.currency),
    Column(_("Budget"), lambda row: figure(row.budget)),
    Column(_("Spent in the period"), lambda row: figure(row.this_period)),
    Column(_("Spent in all"), lambda row: figure(row.cumulative)),
    Column(_("Left"), lambda row: figure(row.remaining)),
    Column(_("Per cent used"), lambda row: figure(row.used)),
    Column(_("Planned by then"), lambda row: figure(row.planned)),
    Column(_("More or less than planned"), lambda row: figure(row.variance)),
    Column(_("Why"), lambda row: row.reason),
)
MONTHS = (
    Column(_("Month"), lambda month: month.first.strftime("%Y-%m")),
    Column(_("Spent"), lambda month: figure(month.spent)),
    Column(_("Spent in all"), lambda month: figure(month.cumulative)),
    Column(_("Planned by then"), lambda month: figure(month.planned)),
)
GRANTS = (
    Column(_("Funder"), lambda one: one.grant.funder),
    Column(_("Number of the grant"), lambda one: one.grant.reference),
    Column(_("Starts on"), lambda one: one.grant.starts_on),
    Column(_("Ends on"), lambda one: one.grant.ends_on),
    Column(_("Currency"), lambda one: one.grant.currency),
    Column(_("Budget"), lambda one: figure(one.total.budget)),
    Column(_("Spent in all"), lambda one: figure(one.total.cumulative)),
    Column(_("Left"), lambda one: figure(one.total.remaining)),
)
EXPENSES = (
    Column(_("Number"), lambda one: one.pk),
    Column(_("Corrects number"), lambda one: one.corrects_id),
    Column(_("Category"), lambda one: one.line.category.code),
    Column(_("Budget line"), lambda one: one.line.words),
    Column(_("Paid on"), lambda one: one.paid_on),
    Column(_("What was bought"), lambda one: one.words),
    Column(_("Number of the document"), lambda one: one.document),
    Column(_("Amount"), lambda one: figure(one.amount)),
    Column(_("Currency"), lambda one: one.currency),
    Column(_("Rate"), lambda one: figure(one.rate)),
    Column(_("Day of the rate"), lambda one: one.rate_on),
    Column(_("Amount in the grant’s currency"), lambda one: figure(one.counted)),
    Column(_("Currency of the grant"), lambda one: one.line.category.grant.currency),
    Column(_("Entered by"), lambda one: one.made_by.name),
)
TIME = (
    Column(_("Month"), lambda one: one.month.strftime("%Y-%m")),
    Column(_("Code of the member of staff"), lambda one: one.staff),
    Column(_("Category"), lambda one: one.line.category.code),
    Column(_("Budget line"), lambda one: one.line.words),
    Column(_("Hours"), lambda one: figure(one.hours)),
)


def budget_rows(burn: Burn) -> Iterator[Row]:
    """Each category, the lines below it, and all together."""
    for row in burn.rows:
        yield row
        yield from row.lines
    yield burn.total


def differences(changes: Iterable[Revision], grant: Grant) -> list[tuple[Revision, list[Difference]]]:
    """Each change with what it changed: label, before, after."""
    return [
        (
            change,
            [
                (LABELS[name], _said(name, before, grant), _said(name, change.after[name], grant))
                for name, before in change.before.items()
            ],
        )
        for change in changes
    ]


LABELS = {
    "funder": _("Funder"),
    "reference": _("Number of the grant"),
    "starts_on": _("Starts on"),
    "ends_on": _("Ends on"),
    "words": _("What for"),
    "amount": _("Budget"),
    "hours": _("Hours"),
}


def _said(name: str, value: Any, grant: Grant) -> str:
    """As JSON kept it, in the reader's words."""
    if name == "amount":
        return currencies.shown(Decimal(str(value)), grant.currency)
    day = parse_date(value) if name.endswith("_on") else None
    return date_format(day) if day else str(value)
