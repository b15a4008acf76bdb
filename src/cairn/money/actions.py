"""What can be done with money. Access is the caller's to check: views load through facts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cairn.common.conflict import Conflict
from cairn.money import currencies, facts, schemes
from cairn.money.models import BudgetLine, Category, Expense, Grant, LineRevision, StaffTime, VarianceNote
from cairn.people.models import Person

if TYPE_CHECKING:
    from cairn.practices.models import Practice


@transaction.atomic
def open_grant(
    *,
    practice: Practice,
    funder: str,
    currency: str,
    starts_on: date,
    ends_on: date,
    scheme: str,
    by: Person,
    reference: str = "",
    own: list[str] | None = None,
) -> Grant:
    """A grant with its categories: those of a shipped scheme, or one's `own` as lines "code: words".

    Raises ValidationError for faults in these, and for a start before the practice's.
    """
    if practice.starts_on and starts_on < practice.starts_on:
        raise ValidationError({"starts_on": _("The practice had not begun on that day.")})
    headings = schemes.own_headings(own or []) if scheme == "own" else schemes.headings(scheme)
    if not headings:
        raise ValidationError({"own": _("Write at least one category, such as “A: Staff”.")})
    grant = Grant(
        practice=practice,
        funder=funder,
        reference=reference,
        currency=currency,
        starts_on=starts_on,
        ends_on=ends_on,
        scheme=scheme,
        made_by=by,
    )
    grant.full_clean()
    grant.save()
    for position, heading in enumerate(headings):
        category = Category(
            grant=grant,
            code=heading.code,
            words=heading.words,
            flat_rate=heading.flat_rate,
            position=position,
        )
        category.full_clean()
        category.save()
    return grant


@transaction.atomic
def plan_line(*, category: Category, words: str, amount: Decimal, by: Person) -> BudgetLine:
    """A line of the budget, its amount in the grant's currency. Raises ValidationError for faults."""
    _fits(amount, category.grant.currency)
    line = BudgetLine(category=category, words=words, amount=amount, made_by=by)
    line.full_clean()
    line.save()
    return line


@transaction.atomic
def revise_line(
    *, line: BudgetLine, revision: int, words: str, amount: Decimal, reason: str, by: Person
) -> BudgetLine:
    """The line from now on; what stood before is kept with the reason.

    Raises Conflict, and writes nothing, when someone changed the line since `revision`; ValidationError without a reason.
    """
    current = BudgetLine.objects.select_for_update().select_related("category__grant").get(pk=line.pk)
    if current.revision != revision:
        raise Conflict(current, ("words", "amount"))
    if not reason.strip():
        raise ValidationError({"reason": _("Say why the budget changes.")})
    _fits(amount, current.category.grant.currency)
    before = {
        "words": current.words,
        "amount": currencies.rounded(current.amount, current.category.grant.currency),
    }
    current.words, current.amount, current.revision = words, amount, revision + 1
    current.full_clean()
    current.save()
    LineRevision.objects.create(
        line=current,
        revision=current.revision,
        before=before,
        after={"words": words, "amount": amount},
        reason=reason.strip(),
        by=by,
    )
    return current


@transaction.atomic
def spend(
    *,
    line: BudgetLine,
    paid_on: date,
    amount: Decimal,
    words: str,
    by: Person,
    currency: str | None = None,
    rate: Decimal | None = None,
    rate_on: date | None = None,
    document: str = "",
) -> Expense:
    """What was paid, in its own currency (the grant's where none is named). `rate`: one unit of it in the grant's currency.

    Raises ValidationError for a negative amount, a missing rate, and days outside the grant or still to come.
    """
    grant = line.category.grant
    currency = currency or grant.currency
    if amount <= 0:
        raise ValidationError(
            {
                "amount": _(
                    "An expense is above 0. To take something back, open the expense and choose “Correct it”."
                )
            }
        )
    _bookable(line)
    _within(grant, paid_on)
    rate, rate_on = _rate(grant, currency, rate, rate_on)
    return _written(
        Expense(
            line=line,
            paid_on=paid_on,
            amount=amount,
            currency=currency,
            rate=rate,
            rate_on=rate_on,
            words=words,
            document=document,
            made_by=by,
        )
    )


@transaction.atomic
def correct(*, expense: Expense, amount: Decimal, words: str, by: Person) -> Expense:
    """Take back `amount` (above 0, in the expense's currency, at the expense's rate), on the expense's own day.

    Raises ValidationError where more would be taken back than is left, or where the expense is a correction itself.
    """
    original = Expense.objects.select_for_update().get(pk=expense.pk)
    if original.corrects_id:
        raise ValidationError(_("A correction is not corrected: enter the expense anew."))
    left = facts.left_of(original)
    if not 0 < amount <= left:
        raise ValidationError(
            {
                "amount": _("Between 0 and %(left)s can be taken back.")
                % {"left": currencies.shown(left, original.currency)}
            }
        )
    return _written(
        Expense(
            line=original.line,
            paid_on=original.paid_on,
            amount=-amount,
            currency=original.currency,
            rate=original.rate,
            rate_on=original.rate_on,
            words=words,
            document=original.document,
            corrects=original,
            made_by=by,
        )
    )


def _written(expense: Expense) -> Expense:
    _fits(expense.amount, expense.currency)
    grant = expense.line.category.grant
    expense.counted = currencies.rounded(expense.amount * expense.rate, grant.currency)
    expense.full_clean()
    expense.save()
    return expense


def _bookable(line: BudgetLine) -> None:
    if line.category.flat_rate is not None:
        raise ValidationError(
            {
                "line": _(
                    "This category is a flat rate: it is reckoned from the others, and nothing is booked on it."
                )
            }
        )


def _within(grant: Grant, paid_on: date) -> None:
    if paid_on < grant.starts_on:
        raise ValidationError({"paid_on": _("The grant had not begun on that day.")})
    if paid_on > timezone.localdate():
        raise ValidationError({"paid_on": _("This day is still to come.")})


def _rate(
    grant: Grant, currency: str, rate: Decimal | None, rate_on: date | None
) -> tuple[Decimal, date | None]:
    if currency == grant.currency:
        return Decimal(1), None
    if rate is None or rate <= 0 or rate_on is None:
        raise ValidationError(
            {
                "rate": _("Say what one %(paid)s was in %(grant)s, and on which day.")
                % {"paid": currency, "grant": grant.currency}
            }
        )
    return rate, rate_on


def _fits(amount: Decimal, currency: str) -> None:
    if not currencies.fits(amount, currency):
        raise ValidationError(
            {
                "amount": _("Amounts in %(currency)s have at most %(places)s decimals.")
                % {"currency": currency, "places": currencies.places(currency)}
            }
        )


@transaction.atomic
def record_time(*, line: BudgetLine, staff: str, month: date, hours: Decimal, by: Person) -> StaffTime:
    """Hours of a member of staff, by code, in the month of that day. Raises ValidationError for faults and doubles."""
    grant, first = line.category.grant, month.replace(day=1)
    if not grant.starts_on.replace(day=1) <= first <= min(grant.ends_on, timezone.localdate()):
        raise ValidationError({"month": _("Choose a month of the grant that has begun.")})
    time = StaffTime(line=line, staff=staff.strip().upper(), month=first, hours=hours, made_by=by)
    time.full_clean()
    time.save()
    return time


@transaction.atomic
def revise_time(*, time: StaffTime, revision: int, hours: Decimal) -> StaffTime:
    """Other hours. Raises Conflict when someone changed them since `revision`."""
    current = StaffTime.objects.select_for_update().get(pk=time.pk)
    if current.revision != revision:
        raise Conflict(current, ("hours",))
    current.hours, current.revision = hours, revision + 1
    current.full_clean()
    current.save()
    return current


@transaction.atomic
def explain(*, category: Category, starts_on: date, ends_on: date, reason: str, by: Person) -> VarianceNote:
    """Why this category went otherwise than planned by the end of this period; said again, the newer words stand."""
    note = VarianceNote.objects.filter(category=category, starts_on=starts_on, ends_on=ends_on).first()
    note = note or VarianceNote(category=category, starts_on=starts_on, ends_on=ends_on)
    note.reason, note.by = reason.strip(), by
    note.full_clean()
    note.save()
    return note
