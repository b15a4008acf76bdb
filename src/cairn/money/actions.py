"""What can be done with money. Access is the caller's to check: views load through facts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from cairn.common.conflict import Conflict
from cairn.money import checking, currencies, facts, schemes
from cairn.money.models import (
    BudgetLine,
    Category,
    Expense,
    Grant,
    GrantRevision,
    LineRevision,
    Revision,
    StaffTime,
    TimeRevision,
    VarianceNote,
)  # fmt: skip
from cairn.people.models import Person

if TYPE_CHECKING:
    from cairn.practices.models import Practice

Kept = TypeVar("Kept", Grant, BudgetLine, StaffTime)


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
    headings = _own(own or []) if scheme == "own" else schemes.headings(scheme)
    _check_days(grant)
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


def _own(lines: list[str]) -> list[schemes.Heading]:
    try:
        headings = schemes.own_headings(lines)
    except ValidationError as fault:
        raise ValidationError({"own": fault}) from fault
    if not headings:
        raise ValidationError({"own": _("Write at least one category, such as “A: Staff”.")})
    return headings


def _check_days(grant: Grant) -> None:
    begun = grant.practice.starts_on
    if begun and grant.starts_on < begun:
        raise ValidationError({"starts_on": _("The practice had not begun on that day.")})
    if grant.ends_on < grant.starts_on:
        raise ValidationError({"ends_on": _("The grant cannot end before it starts.")})


@transaction.atomic
def revise_grant(
    *,
    grant: Grant,
    revision: int,
    funder: str,
    reference: str,
    starts_on: date,
    ends_on: date,
    reason: str,
    by: Person,
) -> Grant:
    """Its name and days from now on; what stood before is kept with the reason. Currency and categories stay.

    Raises Conflict where someone changed it since `revision`; ValidationError without a reason, and for days that would leave
    expenses or hours outside the grant.
    """
    current = Grant.objects.select_for_update(of=("self",)).select_related("practice").get(pk=grant.pk)
    change = GrantRevision(grant=current, reason=reason, by=by)
    said = {"funder": funder, "reference": reference, "starts_on": starts_on, "ends_on": ends_on}
    return _revise(current, change, revision=revision, said=said, check=_check_grant)


def _check_grant(grant: Grant) -> None:
    grant.full_clean()
    _check_days(grant)
    if outside := facts.outside_of(grant):
        raise ValidationError(outside)


@transaction.atomic
def remove_grant(*, grant: Grant) -> None:
    """A grant that was opened by mistake. Raises ValidationError where it has a budget already."""
    if facts.lines_of(grant).exists():
        raise ValidationError(
            _("This grant has a budget already, so it is kept. Its name and days can be changed.")
        )
    grant.delete()


@transaction.atomic
def plan_line(*, category: Category, words: str, amount: Decimal, by: Person) -> BudgetLine:
    """A line of the budget, its amount in the grant's currency. Raises ValidationError for faults."""
    line = BudgetLine(category=category, words=words, amount=amount, made_by=by)
    _check_line(line)
    line.save()
    return line


def _check_line(line: BudgetLine) -> None:
    checking.check_line(line, line.category.grant)
    line.full_clean()
    if facts.same_line(line):
        raise ValidationError(
            {"words": _("This category has such a line already. Change that one, or use other words.")}
        )


@transaction.atomic
def revise_line(
    *, line: BudgetLine, revision: int, words: str, amount: Decimal, reason: str, by: Person
) -> BudgetLine:
    """The line from now on; what stood before is kept with the reason.

    Raises Conflict, and writes nothing, when someone changed the line since `revision`; ValidationError without a reason.
    """
    current = _locked(line)
    current.amount = currencies.rounded(current.amount, current.category.grant.currency)
    change = LineRevision(line=current, reason=reason, by=by)
    said = {"words": words, "amount": amount}
    return _revise(current, change, revision=revision, said=said, check=_check_line)


def _locked(line: BudgetLine) -> BudgetLine:
    lines = BudgetLine.objects.select_for_update(of=("self",)).select_related("category__grant__practice")
    return lines.get(pk=line.pk)


def _revise(
    current: Kept, change: Revision, *, revision: int, said: dict[str, Any], check: Callable[[Kept], None]
) -> Kept:
    """Writes what is said, and the change beside it; nothing where nothing differs.

    Raises Conflict where someone else changed it since `revision`, ValidationError where the change has no reason, and what
    `check` raises.
    """
    before = {name: getattr(current, name) for name, value in said.items() if getattr(current, name) != value}
    if not before:
        return current
    if current.revision != revision:
        raise Conflict(current, tuple(before))
    change.reason = change.reason.strip()
    if not change.reason:
        raise ValidationError({"reason": _("Say why this changes.")})
    for name in before:
        setattr(current, name, said[name])
    check(current)
    current.revision += 1
    current.save()
    change.revision, change.before, change.after = (
        current.revision,
        before,
        {name: said[name] for name in before},
    )
    change.save()
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
    over: bool = False,
) -> Expense:
    """What was paid, in its own currency (the grant's where none is named). `rate`: one unit of it in the grant's currency.

    Raises ValidationError naming each fault by field; also where the line would be overspent, unless that is said (`over`).
    """
    locked = _locked(line)
    grant = locked.category.grant
    expense = Expense(
        line=locked,
        paid_on=paid_on,
        amount=amount,
        currency=currency or grant.currency,
        rate=rate or Decimal(0),
        rate_on=rate_on,
        words=words,
        document=document,
        made_by=by,
    )
    checking.check_expense(expense, grant)
    expense.full_clean()
    if not over:
        checking.check_left(expense, facts.left_on(locked), grant)
    expense.save()
    return expense


@transaction.atomic
def correct(*, expense: Expense, amount: Decimal, words: str, by: Person) -> Expense:
    """Take back `amount` (above 0, in the expense's currency, at the expense's rate), on the expense's own day.

    Raises ValidationError where more would be taken back than is left, or where the expense is a correction itself.
    """
    original = Expense.objects.select_for_update(of=("self",)).select_related("line__category__grant").get(
        pk=expense.pk
    )  # fmt: skip
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
    checking.check_decimals(amount, original.currency)
    correction = Expense(
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
    checking.count(correction, original.line.category.grant)
    correction.full_clean()
    correction.save()
    return correction


@transaction.atomic
def record_time(*, line: BudgetLine, staff: str, month: date, hours: Decimal, by: Person) -> StaffTime:
    """Hours of a member of staff, by code, in the month of that day. Raises ValidationError for faults and doubles."""
    time = StaffTime(
        line=line, staff=staff.strip().upper(), month=month.replace(day=1), hours=hours, made_by=by
    )
    checking.check_time(time, line.category.grant)
    time.full_clean()
    time.save()
    return time


@transaction.atomic
def revise_time(*, time: StaffTime, revision: int, hours: Decimal, reason: str, by: Person) -> StaffTime:
    """Other hours from now on; what stood before is kept with the reason.

    Raises Conflict when someone changed them since `revision`; ValidationError without a reason.
    """
    current = StaffTime.objects.select_for_update(of=("self",)).select_related("line__category__grant").get(
        pk=time.pk
    )  # fmt: skip
    change = TimeRevision(time=current, reason=reason, by=by)

    def check(changed: StaffTime) -> None:
        checking.check_time(changed, changed.line.category.grant)

    return _revise(current, change, revision=revision, said={"hours": hours}, check=check)


@transaction.atomic
def explain(*, category: Category, starts_on: date, ends_on: date, reason: str, by: Person) -> VarianceNote:
    """Why this category went otherwise than planned by the end of this period; said again, the newer words stand."""
    note = VarianceNote.objects.filter(category=category, starts_on=starts_on, ends_on=ends_on).first()
    note = note or VarianceNote(category=category, starts_on=starts_on, ends_on=ends_on)
    note.reason, note.by = reason.strip(), by
    note.full_clean()
    note.save()
    return note
