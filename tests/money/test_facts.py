from datetime import date
from decimal import Decimal

import pytest

from cairn.money import facts
from cairn.people.enums import Permission
from tests.money.factories import a_grant, a_line, an_expense

pytestmark = pytest.mark.django_db


def test_a_tenth_is_a_tenth_however_often_it_is_added(line, coordinator):
    for _ in range(3):
        an_expense(line, coordinator, "0.1")

    assert facts.burn(line.category.grant).total.cumulative == Decimal(
        "0.32"
    )  # 0.30, and 7 % of it for overheads
    assert facts.burn(line.category.grant).rows[0].cumulative == Decimal("0.3")


def test_the_burn_tells_period_and_all_that_went_before(grant, line, coordinator):
    an_expense(line, coordinator, "3000", date(2025, 2, 1))
    an_expense(line, coordinator, "1000", date(2025, 5, 1))
    an_expense(line, coordinator, "500", date(2025, 9, 1))

    burn = facts.burn(grant, date(2025, 4, 1), date(2025, 6, 30))

    staff, indirect = burn.rows[0], burn.rows[-1]
    assert (staff.budget, staff.this_period, staff.cumulative, staff.remaining) == (12000, 1000, 4000, 8000)
    assert staff.used == Decimal("33.3")
    assert (indirect.this_period, indirect.cumulative) == (70, 280)
    assert burn.total.cumulative == 4280


def test_time_alone_would_have_used_its_share(grant, line, coordinator):
    an_expense(line, coordinator, "4000", date(2025, 2, 1))

    staff = facts.burn(grant, ends_on=date(2025, 7, 2)).rows[0]  # day 183 of 365

    assert staff.planned == Decimal("6016.44")  # 12000 * 183 / 365
    assert staff.variance == Decimal("-2016.44")
    assert staff.off == Decimal("-33.5")
    assert staff.asks_reason


def test_where_nothing_is_planned_nothing_is_a_share(grant):
    travel = facts.burn(grant).rows[2]

    assert travel.used is None
    assert travel.off is None
    assert not travel.asks_reason


def test_time_stands_still_before_and_after_the_grant(grant):
    assert facts.time_share(grant, date(2024, 5, 1)) == 0
    assert facts.time_share(grant, date(2025, 12, 31)) == 1
    assert facts.time_share(grant, date(2026, 5, 1)) == 1


def test_months_add_up_to_the_whole(grant, line, coordinator):
    an_expense(line, coordinator, "100", date(2025, 1, 31))
    an_expense(line, coordinator, "50", date(2025, 3, 1))
    an_expense(line, coordinator, "50", date(2025, 12, 31))

    months = facts.by_month(grant)

    assert [month.first.month for month in months] == [*range(1, 13)]
    assert [month.spent for month in months[:3]] == [107, 0, Decimal("53.5")]
    assert months[-1].cumulative == 214
    assert months[-1].planned == 12000


def test_a_practice_has_one_sum_per_currency(practice, grant, line, coordinator):
    an_expense(line, coordinator, "1000")
    swiss = a_grant(practice, coordinator, currency="CHF", scheme="plain")
    a_line(swiss, coordinator, "S", "500")
    a_line(a_grant(practice, coordinator, scheme="plain"), coordinator, "S", "500")
    a_grant(practice, coordinator, starts_on=date(2025, 9, 1), scheme="plain")

    assert facts.practice_spent(practice.pk, date(2025, 6, 30)) == {
        "EUR": (Decimal(12500), Decimal(1070)),
        "CHF": (Decimal(500), Decimal(0)),
    }


def test_the_flat_rate_takes_no_expenses(grant, line, coordinator):
    a_line(grant, coordinator, "E", "840")

    assert facts.bookable_lines(grant).get() == line
    assert facts.lines_of(grant).count() == 2


def test_others_do_not_find_it(grant, coordinator, reader, stranger):
    assert facts.visible_to(coordinator, Permission.MANAGE_MONEY).get() == grant
    assert not facts.visible_to(reader).exists()
    assert not facts.visible_to(stranger).exists()
