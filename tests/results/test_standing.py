from datetime import date
from decimal import Decimal

import pytest

from cairn.results import actions, facts
from cairn.results.reckoning import baseline_of, next_due, points_of, standing
from tests.money.factories import a_grant, a_line
from tests.results.factories import (
    HALF,
    SECOND,
    START,
    a_measurement,
    a_percentage,
    a_target,
    an_indicator,
    an_objective,
)

pytestmark = pytest.mark.django_db
TODAY = date(2026, 2, 1)


def loaded(practice):
    return facts.indicators_in(practice.pk)[0]


def test_values_add_up_towards_the_target(practice, indicator, coordinator):
    a_target(indicator, coordinator, value="24")
    a_measurement(indicator, coordinator, value="10")
    a_measurement(indicator, coordinator, value="12", period=SECOND)

    first, second = points_of(loaded(practice), openly=True)
    stands = standing(loaded(practice), openly=True, today=TODAY)

    assert (first.actual.value, first.expected, first.status, first.asks_reason) == (
        10,
        Decimal("11.9"),
        "behind",
        False,
    )
    assert (second.actual.value, second.variance.value, second.way, second.status) == (
        22,
        -2,
        Decimal("91.7"),
        "on_track",
    )
    assert (stands.point.actual.words, stands.target.value, stands.late, stands.due_on) == (
        "22 women",
        24,
        False,
        date(2026, 6, 30),
    )


def test_what_is_not_known_is_no_zero(practice, indicator, coordinator):
    a_target(indicator, coordinator)
    a_measurement(indicator, coordinator, value=None, unknown_because="The list was lost.")

    alone = points_of(loaded(practice), openly=True)[0]
    nothing = standing(loaded(practice), openly=True, today=TODAY)
    a_measurement(indicator, coordinator, value="12", period=SECOND)
    after = points_of(loaded(practice), openly=True)[1]

    assert (alone.status, alone.variance, alone.actual.words) == ("unknown", None, "not known")
    assert (nothing.status, nothing.point, nothing.expected) == ("unknown", None, 24)
    assert (after.actual.value, after.at_least) == (12, True)


def test_the_newest_counts_and_begins_at_the_baseline(practice, objective, coordinator):
    indicator = a_percentage(objective, coordinator)
    a_target(indicator, coordinator, value="60")
    a_measurement(indicator, coordinator, value="45")

    point = points_of(loaded(practice), openly=True)[0]

    assert (point.actual.value, point.expected, point.way) == (45, Decimal("49.9"), Decimal("50.5"))
    assert baseline_of(loaded(practice), openly=True).words == "40 %"


def test_without_a_target_nothing_is_expected(practice, indicator, coordinator):
    assert standing(loaded(practice), openly=True, today=TODAY).status == "no_target"

    a_measurement(indicator, coordinator)

    assert standing(loaded(practice), openly=True, today=TODAY).status == "no_target"


def test_few_people_are_not_told(practice, objective, coordinator):
    indicator = an_indicator(objective, coordinator, counts_people=True)
    a_target(indicator, coordinator)
    a_measurement(indicator, coordinator, value="3")

    closed = standing(loaded(practice), openly=False, today=TODAY)

    assert (closed.status, closed.point.variance, closed.point.actual.words) == (
        "too_few",
        None,
        "fewer than 5",
    )
    assert standing(loaded(practice), openly=True, today=TODAY).status == "behind"


def test_each_period_answers_to_the_target_that_is_due_next(practice, indicator, coordinator):
    a_target(indicator, coordinator, value="10", due_on=HALF[1])
    a_target(indicator, coordinator, value="9", starts_on=SECOND[0], due_on=SECOND[1])
    a_measurement(indicator, coordinator, value="10")
    a_measurement(indicator, coordinator, value="8", period=SECOND)
    a_measurement(indicator, coordinator, value="2", period=(date(2026, 1, 1), date(2026, 1, 31)))

    first, second, third = points_of(loaded(practice), openly=True)

    assert [point.actual.value for point in (first, second, third)] == [10, 8, 10]
    assert [point.status for point in (first, second, third)] == ["reached", "behind", "reached"]


def test_when_to_measure_next(practice, coordinator, objective):
    often = an_indicator(objective, coordinator, frequency="month")
    once = an_indicator(objective, coordinator, frequency="once")

    assert [next_due(one) for one in facts.indicators_in(practice.pk)] == [None, None]
    a_target(often, coordinator)
    a_target(once, coordinator)
    assert [next_due(one) for one in facts.indicators_in(practice.pk)] == [
        date(2025, 2, 1),
        date(2025, 12, 31),
    ]
    assert standing(loaded(practice), openly=True, today=TODAY).late
    a_measurement(often, coordinator, period=(START, date(2025, 1, 31)))
    a_measurement(once, coordinator)
    assert [next_due(one) for one in facts.indicators_in(practice.pk)] == [date(2025, 2, 28), None]


def test_figures_for_the_rules(practice, coordinator):
    assert facts.figures(practice.pk, TODAY).complete.value is None
    objective = an_objective(practice, coordinator, due_on=date(2025, 12, 31), owner=coordinator)
    bare = an_objective(practice, coordinator, "They speak")
    outcome = a_percentage(objective, coordinator, method="A short talk.")
    output = an_indicator(objective, coordinator, level="output", method="The list.")
    an_indicator(bare, coordinator)
    a_target(outcome, coordinator, value="60")
    a_target(output, coordinator, value="40")
    a_measurement(outcome, coordinator, value="50")
    a_measurement(outcome, coordinator, value="58.5", period=SECOND)
    late = a_measurement(output, coordinator, value="10")
    actions.explain(measurement=late, reason="It began late.", by=coordinator)

    found = facts.figures(practice.pk, TODAY)

    assert [facts.lacking(one) for one in facts.of_practice(practice.pk)] == [
        ["budget_line"],
        ["owner", "due_on", "budget_line", "target", "method"],
    ]
    assert (found.objectives, found.aiming_at_outcomes.part, found.complete.part) == (2, 1, 0)
    assert (found.measured.part, found.measured.whole) == (1, 2)
    assert (found.explained.part, found.explained.whole) == (1, 1)
    assert (found.on_track.part, found.on_track.whole, found.outcomes_on_track.part) == (1, 2, 1)


def test_budget_lines_to_choose_from(practice, coordinator):
    line = a_line(a_grant(practice, coordinator), coordinator)

    assert facts.budget_lines(practice.pk) == [(line.pk, "Fund for Arriving: A Two mediators")]


def test_loading_takes_as_many_queries_for_three_as_for_one(practice, coordinator, django_assert_num_queries):
    for count in (1, 3):
        for _ in range(count):
            a_measurement(a_percentage(an_objective(practice, coordinator), coordinator), coordinator)
        with django_assert_num_queries(4):
            for one in facts.indicators_in(practice.pk):
                standing(one, openly=True, today=TODAY)
