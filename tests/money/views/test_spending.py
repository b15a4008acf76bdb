from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from cairn.money import facts
from cairn.money.models import Expense, StaffTime
from cairn.money.views import expenses as listing
from tests.money.factories import a_line, an_expense

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed_in(client, coordinator):
    client.force_login(coordinator)
    return client


@pytest.fixture
def at(grant):
    return lambda name, *rest: reverse(name, args=[grant.practice_id, grant.pk, *rest])


def page(answer):
    return " ".join(answer.content.decode().split())


@pytest.fixture
def paid(line):
    return {
        "line": line.pk, "paid_on": "2025-02-10", "amount": "100", "currency": "EUR", "words": "Bus tickets", "document": "R-1",
    }  # fmt: skip


def test_before_there_is_a_line_the_pages_say_what_comes_first(signed_in, at):
    for name in ("expenses", "time"):
        shown = page(signed_in.get(at(name)))
        assert "Add a budget line" in shown
        assert at("line_new") in shown


def test_an_expense_is_entered_and_the_next_one_follows(signed_in, at, paid):
    assert "what one unit of it was in EUR" in page(signed_in.get(at("expense_new")))
    assert signed_in.post(at("expense_new"), paid | {"again": "1"}).url == at("expense_new")
    assert signed_in.post(at("expense_new"), paid | {"document": "R-2"}).url == at("expenses")

    assert "2 entries, together 200.00 EUR." in page(signed_in.get(at("expenses")))


@pytest.mark.parametrize(
    ("wrong", "field", "words"),
    [
        ({"amount": "-5"}, "amount", "choose “Correct it”"),
        ({"paid_on": "2024-12-31"}, "paid_on", "had not begun"),
        ({"paid_on": "2026-01-01"}, "paid_on", "had ended"),
        ({"paid_on": f"{timezone.localdate() + timedelta(days=1)}"}, "paid_on", "still to come"),
        ({"currency": "USD"}, "rate", "what one USD was in EUR"),
        ({"currency": "USD", "rate": "0.9"}, "rate", "on which day"),
        ({"currency": "USD", "rate": "0.9", "rate_on": "2999-01-01"}, "rate_on", "still to come"),
        ({"currency": "USD", "rate": "9999999", "rate_on": "2025-02-01", "amount": "999999999999"}, "amount", "more than a grant"),
        ({"rate": "1.2"}, "rate", "own currency"),
        ({"currency": "XXX"}, "currency", "Select a valid choice"),
        ({"amount": "1.005"}, "amount", "at most 2 decimals"),
        ({"amount": "12000.01"}, "amount", "Only 12,000.00 EUR of this line are left"),
        ({"line": "0"}, "line", "Select a valid choice"),
    ],
)  # fmt: skip
def test_what_cannot_be_stands_at_its_field_and_what_was_typed_stays(
    signed_in, at, paid, wrong, field, words
):
    refused = signed_in.post(at("expense_new"), paid | wrong)

    assert refused.status_code == 422
    assert words in page(refused)
    assert f'href="#id_{field}"' in page(refused)
    assert 'value="Bus tickets"' in page(refused)
    assert not Expense.objects.exists()


def test_several_faults_are_told_at_once(signed_in, at, paid):
    shown = page(signed_in.post(at("expense_new"), paid | {"amount": "-5", "paid_on": "2024-12-31"}))

    assert "had not begun" in shown
    assert "Correct it" in shown


def test_a_document_that_was_entered_already_is_told_above_the_form(signed_in, at, paid):
    signed_in.post(at("expense_new"), paid)

    assert "This is entered already" in page(signed_in.post(at("expense_new"), paid))


def test_a_line_is_overspent_only_on_purpose(signed_in, at, paid, line):
    assert 'type="hidden" name="over"' in page(signed_in.get(at("expense_new")))
    asked = page(signed_in.post(at("expense_new"), paid | {"amount": "13000"}))
    assert 'type="checkbox" name="over"' in asked
    still = page(signed_in.post(at("expense_new"), paid | {"amount": "13000", "over": "on", "words": ""}))
    assert 'type="checkbox" name="over"' in still

    signed_in.post(at("expense_new"), paid | {"amount": "13000", "over": "on"})

    assert facts.left_on(line) == -1000
    assert "overspent" in page(signed_in.get(at("grant")))


def test_the_rate_and_its_day_are_kept_and_shown(signed_in, at, paid):
    signed_in.post(
        at("expense_new"),
        paid | {"currency": "ETB", "amount": "1000", "rate": "0.0073455", "rate_on": "2025-02-01"},
    )

    shown = page(signed_in.get(at("expenses")))
    assert "rate 0.0073455 of 02/01/2025" in shown
    assert "7.35" in shown


def test_an_expense_is_corrected_and_never_changed(signed_in, at, paid):
    signed_in.post(at("expense_new"), paid)
    expense = Expense.objects.get()
    address = at("expense_correct", expense.pk)
    assert "100.00 EUR" in page(signed_in.get(address))
    assert "Between 0 and 100.00 EUR" in page(signed_in.post(address, {"amount": "101", "words": "x"}))
    assert "at most 2 decimals" in page(signed_in.post(address, {"amount": "1.005", "words": "x"}))
    assert signed_in.post(address, {"amount": "30", "words": "Paid back"}).url == at("expenses")

    shown = page(signed_in.get(at("expenses")))
    assert "takes back: Bus tickets" in shown
    assert "-30.00 EUR" in shown
    assert "together 70.00 EUR" in shown
    assert "Taken back" in page(signed_in.get(address))
    again = at("expense_correct", expense.corrections.get().pk)
    assert "A correction is not corrected" in page(signed_in.post(again, {"amount": "1", "words": "x"}))


def test_the_list_is_narrowed_and_taken_away(signed_in, at, grant, line, coordinator, monkeypatch):
    other = a_line(grant, coordinator, "C.1", "900", words="Travel")
    an_expense(line, coordinator, "100", date(2025, 2, 1), document="R-1")
    signed_in.get(at("expenses"))
    with CaptureQueriesContext(connection) as for_one:
        signed_in.get(at("expenses"))
    dollars = {"currency": "USD", "rate": Decimal("0.9"), "rate_on": date(2025, 3, 1)}
    an_expense(other, coordinator, "50", date(2025, 3, 1), document="=R-2", **dollars)
    an_expense(other, coordinator, "20", date(2025, 4, 1))
    with CaptureQueriesContext(connection) as for_three:
        signed_in.get(at("expenses"))
    assert len(for_three) == len(for_one)

    def sum_of(**query):
        return page(signed_in.get(at("expenses"), query)).partition("together ")[2].partition(" ")[0]

    assert sum_of() == "165.00"
    assert sum_of(line=other.pk) == "65.00"
    assert sum_of(currency="USD") == "45.00"
    assert sum_of(since="2025-02-02", until="2025-03-31") == "45.00"
    assert sum_of(words="r-1") == "100.00"
    assert sum_of(kind="undocumented") == "20.00"
    assert "No expense fits" in page(signed_in.get(at("expenses"), {"kind": "corrections"}))
    assert "cannot end before" in page(
        signed_in.get(at("expenses"), {"since": "2025-02-02", "until": "2025-02-01"})
    )
    taken = signed_in.get(at("expenses_export", "csv"), {"line": other.pk}).content.decode("utf-8-sig")
    assert len(taken.splitlines()) == 3
    assert ",'=R-2,50.0,USD,0.9,2025-03-01,45.0,EUR,Cora" in taken
    monkeypatch.setattr(listing, "ON_A_PAGE", 2)
    second = page(signed_in.get(at("expenses"), {"page": "2"}))
    assert "Page 2 of 2" in second
    assert "Previous page" in second


def test_hours_are_entered_and_every_former_number_is_kept(signed_in, at, line):
    said = {"line": line.pk, "staff": "m1", "month": "2025-03-01", "hours": "80"}
    assert "March 2025" in page(signed_in.get(at("time_new")))
    for wrong in ({"hours": "745"}, {"hours": "0"}, {"month": "2024-03-01"}, {"staff": ""}):
        assert signed_in.post(at("time_new"), said | wrong).status_code == 422
    assert signed_in.post(at("time_new"), said | {"again": "1"}).url == at("time_new")
    assert "entered already" in page(signed_in.post(at("time_new"), said))
    time = StaffTime.objects.get()
    assert "M1" in page(signed_in.get(at("time")))

    edit = at("time_edit", time.pk)
    assert signed_in.post(edit, {"hours": "90", "revision": "1"}).status_code == 422
    assert "above 0" in page(signed_in.post(edit, {"hours": "745", "reason": "x", "revision": "1"}))
    signed_in.post(edit, {"hours": "90", "reason": "Forgot a day.", "revision": "1"})
    shown = page(signed_in.get(edit))
    assert "Hours: “80.00” became “90”" in shown
    assert "Forgot a day." in shown
    clash = signed_in.post(edit, {"hours": "95", "reason": "Mine.", "revision": "1"})
    assert clash.status_code == 409
    assert 'value="95"' in page(clash)
    assert ">changed<" in page(signed_in.get(at("time")))
    assert str(time.changes.get()) == f"{time.pk} r2"
    taken = signed_in.get(at("time_export", "csv")).content.decode("utf-8-sig").splitlines()
    assert taken[1] == "2025-03,M1,A,Two mediators,90.0"
