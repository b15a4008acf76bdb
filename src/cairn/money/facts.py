"""What is true of money: budgets, what is spent and left, and how that compares with the time that has gone by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import QuerySet
from django.utils import timezone

from cairn.money import currencies
from cairn.money.models import BudgetLine, Category, Expense, Grant, LineRevision, StaffTime, VarianceNote
from cairn.people.enums import Permission
from cairn.people.facts import organisations_where
from cairn.people.models import Person

NOTABLE = Decimal(20)
"""From this many per cent off the plan on, a reason is asked for. Our own choice; said in docs/guides/coordinator.md."""
ZERO = Decimal(0)


def visible_to(person: Person, permission: Permission = Permission.SEE_RECORDS) -> QuerySet[Grant]:
    """The grants on which this person may use this permission; others look as if they were not there."""
    return Grant.objects.filter(
        practice__organisation__in=organisations_where(person, permission)
    ).select_related("practice__organisation")


def grants_of(practice_id: int) -> QuerySet[Grant]:
    return Grant.objects.filter(practice=practice_id).select_related("practice")


def lines_of(grant: Grant) -> QuerySet[BudgetLine]:
    return BudgetLine.objects.filter(category__grant=grant).select_related("category__grant")


def bookable_lines(grant: Grant) -> QuerySet[BudgetLine]:
    """Those on which expenses can be entered: not those of a flat rate."""
    return lines_of(grant).filter(category__flat_rate__isnull=True)


def expenses_of(grant: Grant) -> QuerySet[Expense]:
    return Expense.objects.filter(line__category__grant=grant).select_related(
        "line__category__grant", "made_by", "corrects"
    )


def time_of(grant: Grant) -> QuerySet[StaffTime]:
    return StaffTime.objects.filter(line__category__grant=grant).select_related("line__category")


def changes_of(line: BudgetLine) -> QuerySet[LineRevision]:
    return line.changes.select_related("by")


def left_of(expense: Expense) -> Decimal:
    """What has not been taken back yet, in the expense's currency."""
    return expense.amount + sum(expense.corrections.values_list("amount", flat=True), ZERO)


@dataclass(frozen=True, slots=True)
class Row:
    """One category, or all together, at the end of a period. Amounts in the grant's currency."""

    category: Category | None
    """None in the row for all together."""
    budget: Decimal
    this_period: Decimal
    cumulative: Decimal
    """From the first day of the grant to the end of the period."""
    planned: Decimal
    """The part of the budget that time alone would have used: budget * days gone by / days of the grant."""
    currency: str
    reason: str = ""

    @property
    def remaining(self) -> Decimal:
        return self.budget - self.cumulative

    @property
    def used(self) -> Decimal | None:
        """Per cent of the budget, one decimal; None where there is no budget."""
        return share(self.cumulative, self.budget)

    @property
    def variance(self) -> Decimal:
        """What was spent less what time alone would have used."""
        return self.cumulative - self.planned

    @property
    def off(self) -> Decimal | None:
        """The variance in per cent of what time alone would have used; None where that is nothing."""
        return share(self.variance, self.planned)

    @property
    def asks_reason(self) -> bool:
        return self.off is not None and abs(self.off) > NOTABLE


@dataclass(frozen=True, slots=True)
class Burn:
    grant: Grant
    starts_on: date
    ends_on: date
    rows: tuple[Row, ...]
    total: Row


@dataclass(frozen=True, slots=True)
class Month:
    first: date
    spent: Decimal
    cumulative: Decimal
    planned: Decimal
    """What time alone would have used by the month's last day."""


def share(part: Decimal, whole: Decimal) -> Decimal | None:
    """Per cent with one decimal; None of nothing."""
    return (part * 100 / whole).quantize(Decimal("0.1")) if whole else None


def time_share(grant: Grant, day: date) -> Decimal:
    """The part of the grant's days that had gone by at the end of the day, 0 to 1."""
    days = (grant.ends_on - grant.starts_on).days + 1
    gone = (min(day, grant.ends_on) - grant.starts_on).days + 1
    return Decimal(max(gone, 0)) / days


def burn(grant: Grant, starts_on: date | None = None, ends_on: date | None = None) -> Burn:
    """The budget at the end of a period; without days, from the grant's first day until today or its last. Five queries."""
    starts_on = starts_on or grant.starts_on
    ends_on = ends_on or min(max(timezone.localdate(), grant.starts_on), grant.ends_on)
    categories = list(grant.categories.all())
    budget = _sums(lines_of(grant).values_list("category", "amount"))
    until = expenses_of(grant).filter(paid_on__lte=ends_on)
    spent = _spent(categories, until, grant.currency)
    before = _spent(categories, until.filter(paid_on__lt=starts_on), grant.currency)
    reasons = dict(
        VarianceNote.objects.filter(category__grant=grant, starts_on=starts_on, ends_on=ends_on).values_list(
            "category", "reason"
        )
    )
    gone = time_share(grant, ends_on)

    def row(category: Category | None, keys: list[int], reason: str = "") -> Row:
        whole, used, earlier = (sum((sums[key] for key in keys), ZERO) for sums in (budget, spent, before))
        planned = currencies.rounded(whole * gone, grant.currency)
        return Row(category, whole, used - earlier, used, planned, grant.currency, reason)

    rows = tuple(row(one, [one.pk], reasons.get(one.pk, "")) for one in categories)
    return Burn(grant, starts_on, ends_on, rows, row(None, [one.pk for one in categories]))


def _sums(pairs: Iterable[tuple[int, Decimal]]) -> dict[int, Decimal]:
    """Added here and not in the database, which would add floats on SQLite."""
    sums: dict[int, Decimal] = defaultdict(Decimal)
    for key, amount in pairs:
        sums[key] += amount
    return sums


def _spent(categories: list[Category], expenses: QuerySet[Expense], currency: str) -> dict[int, Decimal]:
    """Per category; a flat rate is reckoned from all others."""
    spent = _sums(expenses.order_by().values_list("line__category", "counted"))
    direct = sum(spent.values(), ZERO)
    for category in categories:
        if category.flat_rate is not None:
            spent[category.pk] = currencies.rounded(direct * category.flat_rate / 100, currency)
    return spent


def by_month(grant: Grant) -> list[Month]:
    """Each month of the grant up to this one, flat rates included."""
    flat = sum((one.flat_rate for one in grant.categories.all() if one.flat_rate is not None), ZERO)
    budget = sum(lines_of(grant).values_list("amount", flat=True), ZERO)
    spent: dict[date, Decimal] = defaultdict(Decimal)
    for paid_on, counted in expenses_of(grant).order_by().values_list("paid_on", "counted"):
        spent[paid_on.replace(day=1)] += counted
    last = max([min(timezone.localdate(), grant.ends_on), *spent])
    months, first, direct = [], grant.starts_on.replace(day=1), ZERO
    cumulative = ZERO
    while first <= last:
        following = (first + timedelta(days=32)).replace(day=1)
        direct += spent[first]
        then = currencies.rounded(direct * (1 + flat / 100), grant.currency)
        planned = currencies.rounded(
            budget * time_share(grant, following - timedelta(days=1)), grant.currency
        )
        months.append(Month(first, then - cumulative, then, planned))
        cumulative, first = then, following
    return months


def practice_spent(practice_id: int, until: date) -> dict[str, tuple[Decimal, Decimal]]:
    """Per currency: budget and what was spent of it by the end of the day, over all grants of a practice."""
    sums: dict[str, tuple[Decimal, Decimal]] = {}
    for grant in grants_of(practice_id).filter(starts_on__lte=until):
        total = burn(grant, ends_on=until).total
        budget, spent = sums.get(grant.currency, (ZERO, ZERO))
        sums[grant.currency] = (budget + total.budget, spent + total.cumulative)
    return sums


def staff_hours(practice_id: int, starts_on: date, ends_on: date) -> Decimal:
    """Hours entered for the months that begin in the period."""
    return sum(
        StaffTime.objects.filter(
            month__range=(starts_on.replace(day=1), ends_on),
            line__category__grant__practice=practice_id,
        ).values_list("hours", flat=True),
        ZERO,
    )
