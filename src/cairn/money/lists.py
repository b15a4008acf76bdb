"""Budget lines, expenses and staff time as sheets (sheets/shape.py).

A sheet makes new rows. What is there already is recognised and left as it is: budgets and hours change in their forms, where the
reason is kept, and an expense never does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cairn.money import checking, currencies, facts
from cairn.money.models import BudgetLine, Category, Expense, Grant, StaffTime
from cairn.people.enums import Permission
from cairn.people.models import Person
from cairn.practices.models import Practice
from cairn.sheets.shape import Change, Column, Fault, Judged, Kind, Row, Table, Value

NEW = Decimal(-1)
"""Stands for what is not there yet; nothing that is kept is below zero."""
GRANT = Column(
    "grant",
    gettext_lazy("Grant"),
    help=gettext_lazy("Its funder or its number. It may be left out where the practice has only one."),
)
CATEGORY = Column("category", gettext_lazy("Category"), required=True, help=gettext_lazy("Its code."))
LINE = Column(
    "line",
    gettext_lazy("Budget line"),
    help=gettext_lazy("Its words. It may be left out where the category has only one."),
)
BUDGET = (
    GRANT,
    CATEGORY,
    Column("words", gettext_lazy("What for"), required=True),
    Column("amount", gettext_lazy("Budget"), Kind.DECIMAL, required=True),
    Column("left", gettext_lazy("Left"), Kind.DECIMAL, taken_in=False),
)
EXPENSES = (
    Column(
        "number",
        gettext_lazy("Number"),
        Kind.WHOLE,
        help=gettext_lazy("Empty for what is new. Rows with a number are there already and are not taken in again."),
    ),
    GRANT,
    CATEGORY,
    LINE,
    Column("paid_on", gettext_lazy("Paid on"), Kind.DATE, required=True),
    Column("amount", gettext_lazy("Amount"), Kind.DECIMAL, required=True),
    Column("currency", gettext_lazy("Currency"), help=gettext_lazy("Three letters; empty for the grant’s own.")),
    Column("rate", gettext_lazy("Rate"), Kind.DECIMAL),
    Column("rate_on", gettext_lazy("Day of the rate"), Kind.DATE),
    Column("words", gettext_lazy("What was bought"), required=True),
    Column("document", gettext_lazy("Number of the document")),
    Column(
        "over",
        gettext_lazy("Overspent on purpose"),
        Kind.YES_NO,
        help=gettext_lazy("Yes where the line may go below zero."),
    ),
    Column("counted", gettext_lazy("Amount in the grant’s currency"), Kind.DECIMAL, taken_in=False),
    Column("corrects", gettext_lazy("Corrects number"), Kind.WHOLE, taken_in=False),
)  # fmt: skip
TIME = (
    GRANT,
    CATEGORY,
    LINE,
    Column("staff", gettext_lazy("Code of the member of staff"), required=True),
    Column("month", gettext_lazy("Month"), Kind.DATE, required=True, help=gettext_lazy("Any day of it.")),
    Column("hours", gettext_lazy("Hours"), Kind.DECIMAL, required=True),
)


class Shelf:
    """The grants of a practice with their categories and lines, to find what a row names. Four queries."""

    def __init__(self, practice: Practice) -> None:
        self.grants = list(facts.grants_of(practice.pk))
        self.books = facts.books_of(self.grants)
        self.left = {
            line.pk: line.amount - sum((counted for _day, counted in self.books.paid[line.pk]), Decimal(0))
            for lines in list(self.books.lines.values())
            for line in lines
        }

    def grant(self, row: Row) -> Grant:
        said = _folded(row.values.get("grant"))
        found = [
            grant
            for grant in self.grants
            if not said or said in {_folded(str(grant)), _folded(grant.funder), _folded(grant.reference)}
        ]
        if len(found) == 1:
            return found[0]
        known = ", ".join(str(grant) for grant in self.grants) or "–"
        raise ValidationError({"grant": _("Name one of these: %(names)s.") % {"names": known}})

    def category(self, row: Row) -> Category:
        """With its grant at hand."""
        grant, said = self.grant(row), _folded(row.values["category"])
        found = next((one for one in self.books.categories[grant.pk] if _folded(one.code) == said), None)
        if found is None:
            known = ", ".join(one.code for one in self.books.categories[grant.pk])
            raise ValidationError({"category": _("Name one of these: %(names)s.") % {"names": known}})
        found.grant = grant
        return found

    def line(self, row: Row) -> BudgetLine:
        category, said = self.category(row), _folded(row.values.get("line"))
        lines = self.books.lines[category.pk]
        found = [line for line in lines if not said or _folded(line.words) == said]
        if len(found) == 1:
            found[0].category = category
            return found[0]
        known = ", ".join(line.words for line in lines) or "–"
        raise ValidationError({"line": _("Name one of these: %(names)s.") % {"names": known}})


def _folded(said: Any) -> str:
    return str(said or "").strip().casefold()


def _judged(rows: Sequence[Row], weigh: Callable[[Row], Model | None]) -> Judged:
    """What each row would make; None where it is there already. What `weigh` raises becomes faults by column."""
    judged = Judged()
    for row in rows:
        try:
            thing = weigh(row)
        except ValidationError as fault:
            told = fault.message_dict.items()
            judged.faults += [Fault(row.number, name, words[0]) for name, words in told]
        else:
            if thing is None:
                judged.unchanged += 1
            else:
                judged.changes.append(Change(row.number, thing))
    return judged


def _budget_rows(practice: Practice, _person: Person) -> Iterator[Mapping[str, Value]]:
    shelf = Shelf(practice)
    for grant in shelf.grants:
        for category in shelf.books.categories[grant.pk]:
            for line in shelf.books.lines[category.pk]:
                left = None if category.flat_rate is not None else shelf.left[line.pk]
                yield _where(grant, category) | {"words": line.words, "amount": line.amount, "left": left}


def _where(grant: Grant, category: Category) -> dict[str, Value]:
    return {"grant": str(grant), "category": category.code}


def _judge_budget(practice: Practice, person: Person, rows: Sequence[Row]) -> Judged:
    shelf = Shelf(practice)
    there = {
        (key, _folded(line.words)): line.amount for key, lines in shelf.books.lines.items() for line in lines
    }
    other = _("This line is there with %(amount)s. Change it on its page, where the reason is kept.")

    def weigh(row: Row) -> BudgetLine | None:
        category = shelf.category(row)
        said: dict[str, Any] = {name: row.values[name] for name in ("words", "amount")}
        line = BudgetLine(category=category, made_by=person, **said)
        checking.check_line(line, category.grant)
        stands = there.setdefault((category.pk, _folded(line.words)), NEW)
        if stands is NEW:
            there[category.pk, _folded(line.words)] = line.amount
            return line
        if stands != line.amount:
            told = currencies.shown(stands, category.grant.currency)
            raise ValidationError({"amount": other % {"amount": told}})
        return None

    return _judged(rows, weigh)


def _paid(shelf: Shelf) -> QuerySet[Expense]:
    found = Expense.objects.filter(line__category__grant__in=shelf.grants)
    return found.select_related("line__category__grant").order_by("paid_on", "pk")


def _expense_rows(practice: Practice, _person: Person) -> Iterator[Mapping[str, Value]]:
    for one in _paid(Shelf(practice)):
        told = ("paid_on", "amount", "currency", "rate_on", "words", "document", "counted")
        yield {
            "number": one.pk,
            "line": one.line.words,
            "rate": one.rate if one.rate_on else None,
            "corrects": one.corrects_id,
            "over": None,
            **_where(one.line.category.grant, one.line.category),
            **{name: getattr(one, name) for name in told},
        }


def _judge_expenses(practice: Practice, person: Person, rows: Sequence[Row]) -> Judged:
    shelf = Shelf(practice)
    paid = list(_paid(shelf))
    there = {one.pk: one for one in paid}
    documents = {_document(one) for one in paid if one.document and one.corrects_id is None}

    def weigh(row: Row) -> Expense | None:
        if (number := row.values.get("number")) is not None:
            _refuse_change(row, there.get(int(str(number))))
            return None
        expense = _expense(row, shelf.line(row), person)
        grant = expense.line.category.grant
        checking.check_expense(expense, grant)
        if expense.document and _document(expense) in documents:
            raise ValidationError(
                {"document": _("This is entered already: same line, day, amount and document.")}
            )
        if not row.values.get("over"):
            checking.check_left(expense, shelf.left[expense.line.pk], grant)
        shelf.left[expense.line.pk] -= expense.counted
        documents.add(_document(expense))
        return expense

    return _judged(rows, weigh)


def _expense(row: Row, line: BudgetLine, person: Person) -> Expense:
    said: dict[str, Any] = dict(row.values)
    return Expense(
        line=line,
        paid_on=said["paid_on"],
        amount=said["amount"],
        currency=str(said.get("currency") or line.category.grant.currency).upper(),
        rate=said.get("rate") or Decimal(0),
        rate_on=said.get("rate_on"),
        words=said["words"],
        document=said.get("document") or "",
        made_by=person,
    )


def _document(expense: Expense) -> tuple[int, date, Decimal, str, str]:
    return expense.line_id, expense.paid_on, expense.amount, expense.currency, expense.document


def _refuse_change(row: Row, there: Expense | None) -> None:
    """Raises ValidationError where a row with a number is not what stands there."""
    if there is None:
        raise ValidationError(
            {"number": _("No expense here has this number. Leave it empty for what is new.")}
        )
    for name in ("paid_on", "amount", "words"):
        if row.values[name] != getattr(there, name):
            raise ValidationError(
                {name: _("An expense is never changed. Correct it on its page and enter it anew.")}
            )


def _time_rows(practice: Practice, _person: Person) -> Iterator[Mapping[str, Value]]:
    for one in _worked(practice):
        where = _where(one.line.category.grant, one.line.category)
        yield where | {"line": one.line.words, "staff": one.staff, "month": one.month, "hours": one.hours}


def _worked(practice: Practice) -> QuerySet[StaffTime]:
    found = StaffTime.objects.filter(line__category__grant__practice=practice)
    return found.select_related("line__category__grant").order_by("month", "staff", "pk")


def _judge_time(practice: Practice, person: Person, rows: Sequence[Row]) -> Judged:
    shelf = Shelf(practice)
    there = {(one.line_id, one.staff, one.month): one.hours for one in _worked(practice)}
    other = _("%(hours)s hours are entered already. Change them on their page, where the reason is kept.")

    def weigh(row: Row) -> StaffTime | None:
        line = shelf.line(row)
        said: dict[str, Any] = dict(row.values)
        time = StaffTime(line=line, staff=str(said["staff"]).upper(), hours=said["hours"], made_by=person)
        time.month = said["month"].replace(day=1)
        checking.check_time(time, line.category.grant)
        stands = there.setdefault((line.pk, time.staff, time.month), NEW)
        if stands is NEW:
            there[line.pk, time.staff, time.month] = time.hours
            return time
        if stands != time.hours:
            raise ValidationError({"hours": other % {"hours": f"{stands.normalize():f}"}})
        return None

    return _judged(rows, weigh)


def _unless_in_use(thing: Model) -> None:
    """Raises ValidationError where something rests on it by now."""
    kept: Any = thing
    names = ("corrections",) if isinstance(thing, Expense) else ("expenses", "time", "changes")
    if any(getattr(kept, name).exists() for name in names):
        raise ValidationError(
            _("Something was entered on one of these since, so the import cannot be taken back.")
        )


MANAGED: dict[str, Any] = {"may_take": Permission.MANAGE_MONEY, "may_bring": Permission.MANAGE_MONEY}
TABLES = (
    Table(
        "budget-lines", gettext_lazy("Budget lines"), BUDGET, (), _budget_rows, _judge_budget,
        lower=_unless_in_use, **MANAGED,
    ),
    Table(
        "expenses", gettext_lazy("Expenses"), EXPENSES, ("number",), _expense_rows, _judge_expenses,
        lower=_unless_in_use, **MANAGED,
    ),
    Table("staff-time", gettext_lazy("Staff time"), TIME, (), _time_rows, _judge_time, **MANAGED),
)  # fmt: skip
