"""What has to hold of an expense and of hours before they are kept, for forms and for sheets alike. Asks no database."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from cairn.money import currencies
from cairn.money.models import BudgetLine, Expense, Grant, StaffTime

MOST = Decimal(10) ** 12
"""Amounts are kept below it."""
OVERSPENT = "overspent"
"""Code of the fault that somebody may overrule: more is spent on a line than its budget."""
Thing = TypeVar("Thing")


def gathered(thing: Thing, grant: Grant, checks: Iterable[Callable[[Thing, Grant], None]]) -> None:
    """Raises one ValidationError that names every fault by its field."""
    faults: dict[str, list[ValidationError]] = defaultdict(list)
    for check in checks:
        try:
            check(thing, grant)
        except ValidationError as fault:
            for name, errors in fault.error_dict.items():
                faults[name] += errors
    if faults:
        raise ValidationError(dict(faults))


def check_expense(expense: Expense, grant: Grant) -> None:
    """Fills in what follows from the rest: the rate of the grant's own currency, and what is counted. A rate of 0 is none.

    Raises ValidationError for a negative amount, a missing rate, days outside the grant or still to come.
    """
    gathered(expense, grant, (_words, _positive, _bookable, _paid_within, _rate, _decimals))
    count(expense, grant)


def count(expense: Expense, grant: Grant) -> None:
    """In the grant's currency. Raises ValidationError where that is more than can be kept."""
    expense.counted = currencies.rounded(expense.amount * expense.rate, grant.currency)
    if abs(expense.counted) >= MOST:
        raise ValidationError({"amount": _("This is more than a grant can hold. Check amount and rate.")})


def check_left(expense: Expense, left: Decimal, grant: Grant) -> None:
    """Raises ValidationError, code OVERSPENT, where more is counted than is `left` of the line."""
    if expense.counted > left:
        raise ValidationError(
            {
                "amount": ValidationError(
                    _(
                        "Only %(left)s of this line are left, and this is %(counted)s. Choose another line, change the line’s "
                        "budget first, or say that it is overspent on purpose."
                    )
                    % {
                        "left": currencies.shown(max(left, Decimal(0)), grant.currency),
                        "counted": currencies.shown(expense.counted, grant.currency),
                    },
                    code=OVERSPENT,
                )
            }
        )


def _words(expense: Expense, _grant: Grant) -> None:
    """Lengths, digits and the currency's letters."""
    expense.clean_fields(exclude=["line", "made_by", "corrects", "counted", "rate"])


def _positive(expense: Expense, _grant: Grant) -> None:
    if expense.amount <= 0:
        raise ValidationError(
            {
                "amount": _(
                    "An expense is above 0. To take something back, open the expense and choose “Correct it”."
                )
            }
        )


def _bookable(expense: Expense, _grant: Grant) -> None:
    if expense.line.category.flat_rate is not None:
        raise ValidationError(
            {
                "line": _(
                    "This category is a flat rate: it is reckoned from the others, and nothing is booked on it."
                )
            }
        )


def _paid_within(expense: Expense, grant: Grant) -> None:
    if expense.paid_on < grant.starts_on:
        raise ValidationError({"paid_on": _("The grant had not begun on that day.")})
    if expense.paid_on > timezone.localdate():
        raise ValidationError({"paid_on": _("This day is still to come.")})
    if expense.paid_on > grant.ends_on:
        raise ValidationError(
            {
                "paid_on": _(
                    "The grant had ended on that day. If the funder agreed to a longer time, change the grant’s last day first."
                )
            }
        )


def _rate(expense: Expense, grant: Grant) -> None:
    if expense.currency == grant.currency:
        if expense.rate not in {0, 1}:
            raise ValidationError(
                {
                    "rate": _("%(grant)s is the grant’s own currency: leave the rate empty.")
                    % {"grant": grant.currency}
                }
            )
        expense.rate, expense.rate_on = Decimal(1), None
        return
    if expense.rate <= 0 or expense.rate_on is None:
        raise ValidationError(
            {
                "rate": _("Say what one %(paid)s was in %(grant)s, and on which day.")
                % {"paid": expense.currency, "grant": grant.currency}
            }
        )
    if expense.rate_on > timezone.localdate():
        raise ValidationError({"rate_on": _("This day is still to come.")})
    expense.clean_fields(exclude={field.name for field in Expense._meta.fields} - {"rate"})  # noqa: SLF001  # Django's public name


def _decimals(expense: Expense, _grant: Grant) -> None:
    check_decimals(expense.amount, expense.currency)


def check_decimals(amount: Decimal, currency: str) -> None:
    if not currencies.fits(amount, currency):
        raise ValidationError(
            {
                "amount": _("Amounts in %(currency)s have at most %(places)s decimals.")
                % {"currency": currency, "places": currencies.places(currency)}
            }
        )


def check_line(line: BudgetLine, grant: Grant) -> None:
    """Raises ValidationError for a negative amount, and for more decimals than the currency has."""
    line.clean_fields(exclude=["category", "made_by"])
    if line.amount < 0:
        raise ValidationError({"amount": _("A budget is not negative.")})
    check_decimals(line.amount, grant.currency)


def check_time(time: StaffTime, grant: Grant) -> None:
    """Raises ValidationError for a month outside the grant or still to come, and for more hours than a month has."""
    gathered(time, grant, (_time_words, _month_within, _hours))


def _time_words(time: StaffTime, _grant: Grant) -> None:
    time.clean_fields(exclude=["line", "made_by"])


def _month_within(time: StaffTime, grant: Grant) -> None:
    if not grant.starts_on.replace(day=1) <= time.month <= min(grant.ends_on, timezone.localdate()):
        raise ValidationError({"month": _("Choose a month of the grant that has begun.")})


def _hours(time: StaffTime, _grant: Grant) -> None:
    if not 0 < time.hours <= 744:
        raise ValidationError(
            {"hours": _("Hours lie above 0 and not above 744, the hours of the longest month.")}
        )
