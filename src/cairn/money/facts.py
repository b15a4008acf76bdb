"""What is true of money: budgets, what is spent and left, and how that compares with the time that has gone by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from cairn.money import currencies
from cairn.money.models import BudgetLine, Category, Expense, Grant, Revision, StaffTime, VarianceNote
from cairn.people.enums import Permission
from cairn.people.facts import organisations_where
from cairn.people.models import Person
from cairn.practices.days import months_later

NOTABLE = Decimal(20)
"""From this many per cent off the plan on, a reason is asked for. Our own choice; said in docs/guides/coordinator.md."""
ZERO = Decimal(0)


def visible_to(person: Person, permission: Permission = Permission.MANAGE_MONEY) -> QuerySet[Grant]:
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


def same_line(line: BudgetLine) -> bool:
    """Whether its category has another line with these words."""
    others = BudgetLine.objects.filter(category=line.category_id, words__iexact=line.words.strip())
    return others.exclude(pk=line.pk).exists()


def expenses_of(grant: Grant) -> QuerySet[Expense]:
    return (
        Expense.objects.filter(line__category__grant=grant)
        .select_related("line__category__grant", "made_by", "corrects")
        .prefetch_related("corrections")
    )


def time_of(grant: Grant) -> QuerySet[StaffTime]:
    return StaffTime.objects.filter(line__category__grant=grant).select_related("line__category__grant")


def currencies_of(grant: Grant) -> list[str]:
    """In which something was paid."""
    paid = Expense.objects.filter(line__category__grant=grant).order_by("currency")
    return list(paid.values_list("currency", flat=True).distinct())


def notes_of(grant: Grant) -> QuerySet[VarianceNote]:
    """Every reason given for a variance, newest period first."""
    return VarianceNote.objects.filter(category__grant=grant).select_related("category", "by")


def changes_of(thing: Grant | BudgetLine | StaffTime) -> QuerySet[Revision]:
    """Newest first."""
    return thing.changes.select_related("by")


def outside_of(grant: Grant) -> dict[str, str]:
    """By field, what would lie outside the grant's days as they stand on the object: expenses and hours entered before."""
    expenses = Expense.objects.filter(line__category__grant=grant)
    time = StaffTime.objects.filter(line__category__grant=grant)
    first = grant.starts_on.replace(day=1)
    sides = {
        "starts_on": (expenses.filter(paid_on__lt=grant.starts_on), time.filter(month__lt=first)),
        "ends_on": (expenses.filter(paid_on__gt=grant.ends_on), time.filter(month__gt=grant.ends_on)),
    }
    counted = {name: (paid.count(), worked.count()) for name, (paid, worked) in sides.items()}
    words = _(
        "Entries that would lie outside the grant: %(expenses)s expenses, %(time)s months of staff time."
    )
    return {
        name: words % {"expenses": paid, "time": worked}
        for name, (paid, worked) in counted.items()
        if paid or worked
    }


def left_on(line: BudgetLine) -> Decimal:
    """What of the line’s budget is not spent, below zero where it is overspent; in the grant's currency."""
    return line.amount - sum(line.expenses.order_by().values_list("counted", flat=True), ZERO)


def left_of(expense: Expense) -> Decimal:
    """What has not been taken back yet, in the expense's currency."""
    return expense.amount + sum((one.amount for one in expense.corrections.all()), ZERO)


@dataclass(frozen=True, slots=True)
class Row:
    """One line, one category, or all together, at the end of a period. Amounts in the grant's currency."""

    category: Category | None
    """None in the row for all together."""
    budget: Decimal
    this_period: Decimal
    cumulative: Decimal
    """From the first day of the grant to the end of the period."""
    planned: Decimal
    """The part of the budget that time alone would have used: budget * days gone by / days of the grant."""
    currency: str
    note: VarianceNote | None = None
    """The newest reason that was given for a period ending within this one."""
    line: BudgetLine | None = None
    """None but in the rows for a single line."""
    lines: tuple[Row, ...] = ()
    """Of a category; none under a flat rate, on whose lines nothing is booked."""

    @property
    def reason(self) -> str:
        return self.note.reason if self.note else ""

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
    last: date
    spent: Decimal
    cumulative: Decimal
    planned: Decimal
    """What time alone would have used by the month's last day."""


@dataclass(slots=True)
class Books:
    """What was planned and paid, read once for however many grants."""

    categories: dict[int, list[Category]] = field(default_factory=lambda: defaultdict(list))
    """By grant."""
    lines: dict[int, list[BudgetLine]] = field(default_factory=lambda: defaultdict(list))
    """By category."""
    paid: dict[int, list[tuple[date, Decimal]]] = field(default_factory=lambda: defaultdict(list))
    """By line: on which day, and what is counted."""


def books_of(grants: Iterable[Grant]) -> Books:
    """Three queries."""
    books, keys = Books(), [grant.pk for grant in grants]
    for category in Category.objects.filter(grant__in=keys):
        books.categories[category.grant_id].append(category)
    for line in BudgetLine.objects.filter(category__grant__in=keys).select_related("category"):
        books.lines[line.category_id].append(line)
    paid = Expense.objects.filter(line__category__grant__in=keys).order_by()
    for line_id, day, counted in paid.values_list("line", "paid_on", "counted"):
        books.paid[line_id].append((day, counted))
    return books


def share(part: Decimal, whole: Decimal) -> Decimal | None:
    """Per cent with one decimal; None of nothing."""
    return (part * 100 / whole).quantize(Decimal("0.1")) if whole else None


def time_share(grant: Grant, day: date) -> Decimal:
    """The part of the grant's days that had gone by at the end of the day, 0 to 1."""
    days = (grant.ends_on - grant.starts_on).days + 1
    gone = (min(day, grant.ends_on) - grant.starts_on).days + 1
    return Decimal(max(gone, 0)) / days


def now_in(grant: Grant) -> date:
    """Today, or the grant's first or last day where today lies outside."""
    return min(max(timezone.localdate(), grant.starts_on), grant.ends_on)


def burn(grant: Grant, starts_on: date | None = None, ends_on: date | None = None) -> Burn:
    """The budget at the end of a period; without days, from the grant's first day until today or its last. Four queries."""
    starts_on = starts_on or grant.starts_on
    ends_on = ends_on or now_in(grant)
    notes = notes_of(grant).filter(ends_on__range=(starts_on, ends_on)).order_by("ends_on", "at")
    return _burn(grant, books_of([grant]), (starts_on, ends_on), {one.category_id: one for one in notes})


def _burn(grant: Grant, books: Books, period: tuple[date, date], notes: Mapping[int, VarianceNote]) -> Burn:
    starts_on, ends_on = period
    gone = time_share(grant, ends_on)
    categories = books.categories[grant.pk]
    booked: dict[int, tuple[Row, ...]] = {}
    for category in categories:
        booked[category.pk] = tuple(
            _line_row(line, books.paid[line.pk], period, gone, grant.currency)
            for line in books.lines[category.pk]
        )
    direct = [row for category in categories if category.flat_rate is None for row in booked[category.pk]]
    until = sum((row.cumulative for row in direct), ZERO)
    before = until - sum((row.this_period for row in direct), ZERO)

    def used(category: Category) -> tuple[Decimal, Decimal]:
        """In the period and in all; a flat rate is reckoned from all others."""
        rows = booked[category.pk]
        if category.flat_rate is None:
            return sum((row.this_period for row in rows), ZERO), sum((row.cumulative for row in rows), ZERO)
        whole, earlier = (
            currencies.rounded(paid * category.flat_rate / 100, grant.currency) for paid in (until, before)
        )
        return whole - earlier, whole

    rows = []
    for category in categories:
        budget = sum((row.budget for row in booked[category.pk]), ZERO)
        planned = currencies.rounded(budget * gone, grant.currency)
        inside = booked[category.pk] if category.flat_rate is None else ()
        rows.append(
            Row(category, budget, *used(category), planned, grant.currency, notes.get(category.pk), None, inside)
        )  # fmt: skip
    return Burn(grant, starts_on, ends_on, tuple(rows), _total(rows, gone, grant.currency))


def _line_row(
    line: BudgetLine,
    paid: Iterable[tuple[date, Decimal]],
    period: tuple[date, date],
    gone: Decimal,
    currency: str,
) -> Row:
    """Added here and not in the database, which would add floats on SQLite."""
    until = [(day, counted) for day, counted in paid if day <= period[1]]
    cumulative = sum((counted for _day, counted in until), ZERO)
    within = sum((counted for day, counted in until if day >= period[0]), ZERO)
    planned = currencies.rounded(line.amount * gone, currency)
    return Row(line.category, line.amount, within, cumulative, planned, currency, line=line)


def _total(rows: Iterable[Row], gone: Decimal, currency: str) -> Row:
    budget, within, cumulative = (
        sum((getattr(row, name) for row in rows), ZERO) for name in ("budget", "this_period", "cumulative")
    )
    return Row(None, budget, within, cumulative, currencies.rounded(budget * gone, currency), currency)


def by_month(grant: Grant) -> list[Month]:
    """Each month of the grant up to this one, flat rates included."""
    flat = sum((one.flat_rate for one in grant.categories.all() if one.flat_rate is not None), ZERO)
    budget = sum(lines_of(grant).values_list("amount", flat=True), ZERO)
    spent: dict[date, Decimal] = defaultdict(Decimal)
    paid = Expense.objects.filter(line__category__grant=grant).order_by()
    for paid_on, counted in paid.values_list("paid_on", "counted"):
        spent[paid_on.replace(day=1)] += counted
    months, direct, cumulative = [], ZERO, ZERO
    for first in months_of(grant):
        last = (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
        direct += spent[first]
        then = currencies.rounded(direct * (1 + flat / 100), grant.currency)
        planned = currencies.rounded(budget * time_share(grant, last), grant.currency)
        months.append(Month(first, last, then - cumulative, then, planned))
        cumulative = then
    return months


def months_of(grant: Grant) -> list[date]:
    """The first day of each month of the grant that has begun."""
    first = grant.starts_on.replace(day=1)
    days: list[date] = []
    while (day := months_later(first, len(days))) <= now_in(grant):
        days.append(day)
    return days


def half_years(grant: Grant) -> list[tuple[date, date]]:
    """Periods of six months from the grant's first day on, as far as they have begun; the last one ends with the grant."""
    periods: list[tuple[date, date]] = []
    first = grant.starts_on
    while first <= now_in(grant):
        following = months_later(grant.starts_on, 6 * (len(periods) + 1))
        periods.append((first, min(following - timedelta(days=1), grant.ends_on)))
        first = following
    return periods


def standings(practice_id: int, until: date | None = None) -> list[Burn]:
    """Every grant of a practice from its first day until today or its last; with `until`, those begun by then, on that day."""
    found = grants_of(practice_id)
    grants = list(found.filter(starts_on__lte=until) if until else found)
    books = books_of(grants)
    return [_burn(grant, books, (grant.starts_on, until or now_in(grant)), {}) for grant in grants]


def sums(burns: Iterable[Burn]) -> dict[str, tuple[Decimal, Decimal]]:
    """Per currency: budget, and what was spent of it. Currencies are never added to each other."""
    found: dict[str, tuple[Decimal, Decimal]] = {}
    for one in burns:
        budget, spent = found.get(one.grant.currency, (ZERO, ZERO))
        found[one.grant.currency] = (budget + one.total.budget, spent + one.total.cumulative)
    return found


def practice_spent(practice_id: int, until: date) -> dict[str, tuple[Decimal, Decimal]]:
    """Per currency: budget and what was spent of it by the end of the day, over all grants of a practice. Four queries."""
    return sums(standings(practice_id, until))


def staff_hours(practice_id: int, starts_on: date, ends_on: date) -> Decimal:
    """Hours entered for the months that begin in the period."""
    return sum(
        StaffTime.objects.filter(
            month__range=(starts_on.replace(day=1), ends_on),
            line__category__grant__practice=practice_id,
        ).values_list("hours", flat=True),
        ZERO,
    )
