from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from cairn.common.conflict import Conflict
from cairn.money import actions, facts
from cairn.practices import actions as practices
from tests.money.factories import a_grant, a_line, an_expense

pytestmark = pytest.mark.django_db


def test_a_grant_takes_its_categories_over(practice, coordinator):
    grant = a_grant(practice, coordinator, reference="F-7")

    assert str(grant) == "Fund for Arriving F-7"
    assert [one.code for one in grant.categories.all()] == ["A", "B", "C.1", "C.2", "C.3", "D", "E"]
    assert str(grant.categories.first()) == "A Personnel"


def test_a_grant_may_have_categories_of_its_own(practice, coordinator):
    grant = a_grant(practice, coordinator, scheme="own", own=["S: Staff"])

    assert grant.categories.get().words == "Staff"
    with pytest.raises(ValidationError, match="at least one category"):
        a_grant(practice, coordinator, scheme="own")


def test_a_grant_does_not_begin_before_its_practice(organisation, coordinator):
    late = practices.create(
        organisation=organisation, by=coordinator, title="Late", starts_on=date(2025, 6, 1)
    )
    with pytest.raises(ValidationError, match="had not begun"):
        a_grant(late, coordinator)


@pytest.mark.parametrize(
    ("facts_", "words"),
    [({"ends_on": date(2024, 1, 1)}, "cannot end before"), ({"currency": "XXX"}, "no currency code")],
)
def test_what_cannot_be_is_refused(practice, coordinator, facts_, words):
    with pytest.raises(ValidationError, match=words):
        a_grant(practice, coordinator, **facts_)


def test_a_budget_changes_for_a_reason_and_keeps_what_stood(line, coordinator):
    with pytest.raises(ValidationError, match="Say why"):
        actions.revise_line(
            line=line, revision=1, words="One mediator", amount=Decimal(6000), reason=" ", by=coordinator
        )

    revised = actions.revise_line(
        line=line, revision=1, words="One", amount=Decimal(6000), reason="The funder cut it.", by=coordinator
    )

    change = facts.changes_of(revised).get()
    assert (change.before["words"], change.before["amount"]) == ("Two mediators", "12000.00")
    assert change.after == {"words": "One", "amount": "6000"}
    assert str(change) == f"{line.pk} r2"
    assert str(revised) == "A One"
    with pytest.raises(Conflict):
        actions.revise_line(
            line=line, revision=1, words="Three", amount=Decimal(1), reason="Mine.", by=coordinator
        )


def test_a_budget_is_not_negative_and_has_the_decimals_of_its_currency(grant, coordinator):
    with pytest.raises(ValidationError, match="not negative"):
        a_line(grant, coordinator, amount="-1")
    with pytest.raises(ValidationError, match="at most 2 decimals"):
        a_line(grant, coordinator, amount="1.005")


@pytest.mark.parametrize("amount", ["-5", "0"])
def test_a_plain_negative_expense_is_refused_with_a_way_out(line, coordinator, amount):
    with pytest.raises(ValidationError, match="Correct it"):
        an_expense(line, coordinator, amount)


def test_nothing_is_paid_before_the_grant_or_tomorrow(line, coordinator):
    with pytest.raises(ValidationError, match="had not begun"):
        an_expense(line, coordinator, paid_on=date(2024, 12, 31))
    with pytest.raises(ValidationError, match="still to come"):
        an_expense(line, coordinator, paid_on=timezone.localdate() + timezone.timedelta(days=1))


def test_another_currency_keeps_its_rate_and_day(line, coordinator):
    with pytest.raises(ValidationError, match="what one ETB was in EUR"):
        an_expense(line, coordinator, currency="ETB")

    expense = an_expense(
        line, coordinator, "1000", currency="ETB", rate=Decimal("0.0073455"), rate_on=date(2025, 2, 1)
    )

    assert expense.counted == Decimal("7.35")
    assert (expense.rate, expense.rate_on) == (Decimal("0.0073455"), date(2025, 2, 1))
    assert str(expense) == "2025-02-10 1000 ETB"


def test_nothing_is_booked_on_a_flat_rate(grant, coordinator):
    with pytest.raises(ValidationError, match="flat rate"):
        an_expense(a_line(grant, coordinator, "E"), coordinator)


def test_a_document_is_entered_once(line, coordinator):
    an_expense(line, coordinator, document="R-1")
    an_expense(line, coordinator)
    an_expense(line, coordinator)

    with pytest.raises(ValidationError, match="entered already"):
        an_expense(line, coordinator, document="R-1")


def test_a_correction_names_what_it_corrects_and_takes_back_no_more(line, coordinator):
    expense = an_expense(line, coordinator, "100", document="R-1")

    correction = actions.correct(expense=expense, amount=Decimal(30), words="Paid back.", by=coordinator)

    assert (correction.corrects, correction.amount, correction.paid_on) == (expense, -30, expense.paid_on)
    assert facts.left_of(expense) == 70
    with pytest.raises(ValidationError, match=r"Between 0 and 70\.00 EUR"):
        actions.correct(expense=expense, amount=Decimal(71), words="Too much.", by=coordinator)
    with pytest.raises(ValidationError, match="A correction is not corrected"):
        actions.correct(expense=correction, amount=Decimal(1), words="Again.", by=coordinator)


def test_hours_are_kept_by_code_and_month(line, coordinator):
    time = actions.record_time(
        line=line, staff=" m1 ", month=date(2025, 3, 17), hours=Decimal("80.5"), by=coordinator
    )

    assert str(time) == "M1 2025-03: 80.5"
    with pytest.raises(ValidationError, match="entered already"):
        actions.record_time(line=line, staff="M1", month=date(2025, 3, 1), hours=Decimal(1), by=coordinator)
    with pytest.raises(ValidationError, match="a month of the grant"):
        actions.record_time(line=line, staff="M1", month=date(2024, 3, 1), hours=Decimal(1), by=coordinator)
    with pytest.raises(ValidationError, match="not above 744"):
        actions.record_time(line=line, staff="M1", month=date(2025, 4, 1), hours=Decimal(745), by=coordinator)

    assert facts.time_of(line.category.grant).get() == time
    changed = {"revision": 1, "reason": "Forgot a day.", "by": coordinator}
    assert actions.revise_time(time=time, hours=Decimal(90), **changed).hours == 90
    with pytest.raises(Conflict):
        actions.revise_time(time=time, hours=Decimal(91), **changed)
    assert facts.staff_hours(line.category.grant.practice_id, date(2025, 3, 5), date(2025, 12, 1)) == 90
    assert facts.staff_hours(line.category.grant.practice_id, date(2025, 4, 1), date(2025, 12, 1)) == 0


def test_a_reason_is_kept_per_period_and_said_again(grant, coordinator):
    period = {"starts_on": date(2025, 1, 1), "ends_on": date(2025, 6, 30)}
    category = grant.categories.get(code="A")
    actions.explain(category=category, reason="Hired late.", by=coordinator, **period)
    note = actions.explain(category=category, reason="Hired in May.", by=coordinator, **period)

    assert str(note) == "A 2025-06-30"
    assert facts.burn(grant, date(2025, 1, 1), date(2025, 6, 30)).rows[0].reason == "Hired in May."
    with pytest.raises(ValidationError):
        actions.explain(category=category, reason=" ", by=coordinator, **period)
