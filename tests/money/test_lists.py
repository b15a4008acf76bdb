from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cairn.money import actions, facts
from cairn.money.models import BudgetLine, Expense, StaffTime
from cairn.sheets import actions as sheets
from cairn.sheets import facts as sheet_facts
from tests.money.factories import a_grant, an_expense
from tests.sheets.conftest import a_csv

pytestmark = pytest.mark.django_db
PAID = ["Category", "Budget line", "Paid on", "Amount", "Currency", "Rate", "Day of the rate", "What was bought", "Number of the document", "Overspent on purpose"]  # fmt: skip


@pytest.fixture
def read(practice, coordinator):
    def read(key, *rows):
        return sheets.take_in(
            practice=practice,
            table=sheet_facts.tables()[key],
            name="a.csv",
            data=a_csv(*rows),
            by=coordinator,
        )

    return read


@pytest.fixture
def judged(read, coordinator):
    def judged(key, *rows):
        found = sheet_facts.judged(read(key, *rows), sheet_facts.tables()[key], by=coordinator)
        return [(fault.row, fault.column, fault.words) for fault in found.faults], found

    return judged


@pytest.fixture
def bring(read, coordinator):
    def bring(key, *rows):
        sheet = read(key, *rows)
        assert sheets.start(sheet=sheet)
        sheet.refresh_from_db()
        return sheets.bring(sheet=sheet, only_good=True, by=coordinator)

    return bring


def test_a_budget_comes_in_and_goes_out(bring, judged, practice, grant, coordinator):
    rows = [["Category", "What for", "Budget"], ["a", "Two mediators", "12000"], ["E", "Overheads", "840"]]
    assert bring("budget-lines", *rows).taken == 2
    assert facts.lines_of(grant).count() == 2

    told, again = judged("budget-lines", *rows, ["A", "two mediators", "9000"], ["X", "x", "1"])
    assert again.unchanged == 2
    assert told[0][:2] == (4, "amount")
    assert "is there with 12,000.00 EUR" in told[0][2]
    assert told[1][:2] == (5, "category")
    assert "A, B, C.1" in told[1][2]
    table = sheet_facts.tables()["budget-lines"]
    first, second = table.rows(practice, coordinator)
    assert (first["grant"], first["category"], first["words"], first["left"]) == (
        "Fund for Arriving", "A", "Two mediators", 12000,
    )  # fmt: skip
    assert second["left"] is None


def test_a_budget_that_cannot_be_is_told_by_column(judged, grant):
    told, _found = judged(
        "budget-lines", ["Category", "What for", "Budget"], ["A", "x", "-1"], ["A", "y", "1.005"]
    )

    assert [(row, column) for row, column, _words in told] == [(2, "amount"), (3, "amount")]


def test_expenses_come_in_with_their_rates_and_within_the_budget(bring, practice, line, coordinator):
    sheet = bring(
        "expenses",
        PAID,
        ["A", "", "2025-02-10", "100", "", "", "", "Wages", "R-1", ""],
        ["A", "Two mediators", "2025-02-11", "1000", "etb", "0.0073455", "2025-02-01", "Tickets", "R-2", ""],
        ["A", "", "2025-02-12", "13000", "", "", "", "Too much", "", ""],
        ["A", "", "2025-02-12", "11999", "", "", "", "On purpose", "", "yes"],
    )

    assert (sheet.taken, sheet.refused) == (3, 1)
    assert facts.left_on(line) == Decimal("-106.35")
    table = sheet_facts.tables()["expenses"]
    rows = list(table.rows(practice, coordinator))
    assert [(row["document"], row["counted"], row["rate"]) for row in rows] == [
        ("R-1", 100, None), ("R-2", Decimal("7.35"), Decimal("0.0073455")), ("", 11999, None),
    ]  # fmt: skip


def test_every_fault_of_an_expense_is_named_by_row_and_column(judged, line, coordinator):
    an_expense(line, coordinator, "100", date(2025, 2, 10), document="R-1")
    told, found = judged(
        "expenses",
        PAID,
        ["A", "", "2024-02-10", "-5", "", "", "", "Wages", "", ""],
        ["A", "Nothing", "2025-02-10", "5", "", "", "", "Wages", "", ""],
        ["A", "", "2025-02-10", "5", "USD", "", "", "Wages", "", ""],
        ["A", "", "2025-02-10", "5", "XXX", "1", "2025-02-10", "Wages", "", ""],
        ["A", "", "2025-02-10", "100", "", "", "", "Wages", "R-1", ""],
        ["A", "", "2025-02-10", "7", "", "", "", "Wages", "R-2", ""],
        ["A", "", "2025-02-10", "7", "", "", "", "Wages", "R-2", ""],
    )

    assert [(row, column) for row, column, _words in told] == [
        (2, "amount"), (2, "paid_on"), (3, "line"), (4, "rate"), (5, "currency"), (6, "document"), (8, "document"),
    ]  # fmt: skip
    assert "Two mediators" in told[2][2]
    assert len(found.changes) == 1


def test_what_went_out_comes_back_unchanged_and_nothing_is_changed_by_a_sheet(judged, line, coordinator):
    one = an_expense(line, coordinator, "100", date(2025, 2, 10))
    titles = ["Number", "Category", "Paid on", "Amount", "What was bought"]
    told, found = judged(
        "expenses",
        titles,
        [one.pk, "A", "2025-02-10", "100", "Wages"],
        [one.pk + 1, "A", "2025-02-10", "100", "Wages"],
    )
    assert found.unchanged == 1
    assert told[0][:2] == (3, "number")

    told, _found = judged("expenses", titles, [one.pk, "A", "2025-02-10", "90", "Wages"])
    assert told[0][:2] == (2, "amount")
    assert "never changed" in told[0][2]


def test_a_grant_is_named_where_there_are_two(judged, practice, grant, line, coordinator):
    a_grant(practice, coordinator, funder="Other", reference="F-7", scheme="plain")
    titles = ["Grant", "Category", "Paid on", "Amount", "What was bought"]
    told, found = judged(
        "expenses",
        titles,
        ["", "A", "2025-02-10", "1", "Wages"],
        ["fund for arriving", "A", "2025-02-10", "1", "Wages"],
        ["f-7", "A", "2025-02-10", "1", "Wages"],
    )

    assert [(row, column) for row, column, _words in told] == [(2, "grant"), (4, "line")]
    assert "Other F-7" in told[0][2]
    assert len(found.changes) == 1


def test_without_a_grant_a_row_says_so(judged, practice):
    told, _found = judged("budget-lines", ["Category", "What for", "Budget"], ["A", "x", "1"])
    assert told == [(2, "grant", "Name one of these: –.")]


def test_hours_come_in_once(bring, judged, practice, line, coordinator):
    titles = ["Category", "Code of the member of staff", "Month", "Hours"]
    assert bring("staff-time", titles, ["A", "m1", "2025-03-17", "80.5"]).taken == 1
    told, found = judged(
        "staff-time",
        titles,
        ["A", "M1", "2025-03-01", "80.5"],
        ["A", "M1", "2025-03-02", "90"],
        ["A", "M2", "2024-03-01", "1"],
        ["A", "M2", "2025-03-01", "745"],
    )

    assert found.unchanged == 1
    assert [(row, column) for row, column, _words in told] == [(3, "hours"), (4, "month"), (5, "hours")]
    assert "80.5 hours are entered already" in told[0][2]
    (row,) = sheet_facts.tables()["staff-time"].rows(practice, coordinator)
    assert (row["staff"], row["month"], row["hours"]) == ("M1", date(2025, 3, 1), Decimal("80.5"))


@pytest.mark.parametrize("key", ["budget-lines", "expenses", "staff-time"])
def test_many_rows_ask_the_database_as_often_as_one(key, practice, line, coordinator):
    table = sheet_facts.tables()[key]
    row = {
        "budget-lines": {"category": "A", "words": "x", "amount": Decimal(1)},
        "expenses": {"category": "A", "paid_on": date(2025, 2, 1), "amount": Decimal(1), "words": "x"},
        "staff-time": {"category": "A", "staff": "M1", "month": date(2025, 2, 1), "hours": Decimal(1)},
    }[key]
    asked = []
    for number in (1, 5):
        rows = [sheet_facts.Row(place, row) for place in range(number)]
        with CaptureQueriesContext(connection) as queries:
            table.judge(practice, coordinator, rows)
        asked.append(len(queries))
    assert asked[0] == asked[1]


def test_an_import_is_taken_back_unless_something_rests_on_it(bring, practice, grant, coordinator):
    budget = bring("budget-lines", ["Category", "What for", "Budget"], ["A", "Two mediators", "12000"])
    paid = bring("expenses", PAID[:4] + PAID[7:8], ["A", "", "2025-02-10", "100", "Wages"])
    with pytest.raises(ValidationError, match="entered on one of these"):
        sheets.undo(sheet=budget, by=coordinator)
    expense = Expense.objects.get()
    correction = actions.correct(expense=expense, amount=Decimal(1), words="x", by=coordinator)
    with pytest.raises(ValidationError, match="entered on one of these"):
        sheets.undo(sheet=paid, by=coordinator)

    correction.delete()
    sheets.undo(sheet=paid, by=coordinator)
    sheets.undo(sheet=budget, by=coordinator)

    assert not BudgetLine.objects.exists()
    assert not StaffTime.objects.exists()


def test_only_who_manages_money_is_offered_these_lists(practice, coordinator, social_worker):
    def offered(person):
        return {offer.table.key for offer in sheet_facts.offers_for(person, practice)}

    money = {"budget-lines", "expenses", "staff-time"}
    assert money <= offered(coordinator)
    assert not money & offered(social_worker)
