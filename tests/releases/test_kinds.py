"""Each kind of table, from records to what a funder reads."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from cairn.releases import facts
from cairn.releases.kinds import KINDS
from tests.activities.factories import a_session, an_activity
from tests.money.factories import a_grant, a_line, an_expense
from tests.releases.conftest import DAYS
from tests.results.factories import HALF, a_measurement, a_target, an_indicator, an_objective

pytestmark = pytest.mark.django_db


@pytest.fixture
def drawn(practice):
    return lambda which, rounded=False: facts.drawn(KINDS[which], practice, *DAYS, rounded=rounded)


class TestReach:
    def test_few_take_the_next_along(self, reach, drawn):
        reach(woman=14, man=3, other=6)

        assert drawn("reach_sex").rows == (
            ("woman", 14),
            ("man", None),
            ("other, or in the person’s own words", None),
            ("All", 23),
        )

    def test_who_came_later_is_not_counted(self, reach, drawn):
        reach(woman=14)
        reach(date(2025, 7, 1), woman=3)

        assert drawn("reach_sex").rows == (("woman", 14), ("All", 14))

    def test_too_few_to_divide_are_refused(self, reach, drawn):
        reach(woman=11)

        with pytest.raises(ValidationError, match="fewer than 12"):
            drawn("reach_sex")

    def test_unless_rounded(self, reach, drawn):
        reach(woman=11, man=2)

        assert drawn("reach_sex", True).rows[:3] == (
            ("woman", 10),
            ("man", None),
            ("other, or in the person’s own words", None),
        )

    def test_nobody_at_all_is_no_table(self, drawn):
        assert drawn("reach_sex", True).rows == ()

    def test_ages_too(self, reach, drawn):
        reach(woman=13)

        assert drawn("reach_age").rows == (("not known", 13), ("All", 13))

    def test_both_with_sums(self, reach, drawn):
        reach(woman=14, man=6)
        reach(woman=3, man=9, age_band="18-24")
        table = drawn("reach_sex_age")

        assert table.columns == ("Age", "woman", "man", "All")
        assert table.rows == (
            ("18 to 24", None, None, 12),
            ("not known", None, None, 20),
            ("All", 17, 15, 32),
        )

    def test_nobody_of_a_crossing_is_told(self, reach, drawn):
        reach(woman=14)
        reach(man=9, age_band="18-24")

        assert drawn("reach_sex_age").rows[0] == ("18 to 24", 0, 9, 9)

    def test_both_rounded_without_sums(self, reach, drawn):
        reach(woman=14)
        table = drawn("reach_sex_age", True)

        assert table.columns[:3] == ("Age", "woman", "man")
        assert (table.rows[-1][:3], len(table.rows)) == (("not known", 10, None), 7)


class TestIndicators:
    @pytest.fixture
    def told(self, practice, coordinator, drawn):
        def one(value, rounded=False, target="24", **said):
            indicator = an_indicator(an_objective(practice, coordinator), coordinator, **said)
            if target:
                a_target(indicator, coordinator, value=target)
            if value:
                a_measurement(indicator, coordinator, value=value, period=HALF)
            table = drawn("results", rounded)
            return table.rows[0], dict(table.people).get(f"indicator-{indicator.pk}", "nothing")

        return one

    def test_what_counts_no_people_is_told_as_it_is(self, told):
        row, people = told("3.5")

        assert (row[:5], people) == (("Women who found work", "women", 24, "2025-12-31", 3.5), "nothing")
        assert row[-1]

    def test_a_small_count_of_people_is_hidden_with_its_standing(self, told):
        row, people = told("3", counts_people=True)

        assert (row[4], row[6], people) == (None, "", None)

    def test_a_larger_one_is_told_and_kept_for_comparing(self, told):
        row, people = told("13", counts_people=True)

        assert (row[4], people) == (13, 13)

    def test_or_rounded_down_without_its_standing(self, told):
        row, people = told("13", rounded=True, counts_people=True)

        assert (row[4], row[6], people) == (10, "", "nothing")

    def test_without_target_and_measurement_nothing_is_known(self, told):
        row, people = told(None, target=None, counts_people=True)

        assert (row[2:], people) == (("", "", "not known", "", ""), None)


def test_budgets_are_told_by_category(practice, coordinator, drawn):
    line = a_line(a_grant(practice, coordinator), coordinator)
    an_expense(line, coordinator, amount="1000.50")
    a_grant(practice, coordinator, funder="Later", starts_on=date(2025, 10, 1))

    first, *_flat, last = drawn("budget").rows
    assert (first[0], first[2:]) == ("Fund for Arriving", ("EUR", 12000.0, 1000.5, 1000.5, 10999.5))
    assert last[:4] == ("Fund for Arriving", "All", "EUR", 12000.0)


class TestSessions:
    def test_they_are_counted_without_people(self, practice, coordinator, drawn):
        a_session(an_activity(practice, coordinator), coordinator, planned_on=date(2025, 3, 3))

        rows = dict(drawn("sessions").rows)
        assert (rows["Sessions held"], rows["Sessions cancelled"]) == (0, 0)
        assert drawn("sessions").people == {}

    def test_none_is_nothing_to_tell(self, drawn):
        assert drawn("sessions").rows == ()
