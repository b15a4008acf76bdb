"""From one assessment to the next: better, worse, decided or open again."""

import pytest

from cairn.assessments.facts import portrait_of
from cairn.comparison.beside import LEFT_OUT, Mark, compare
from cairn.comparison.through import Balance, Turn, balances, course_of, turn
from tests.comparison.factories import judged


@pytest.mark.parametrize(
    ("before", "after", "way"),
    [
        ("met", "met", Turn.SAME),
        ("not_met", "partly", Turn.BETTER),
        ("met", "partly", Turn.WORSE),
        ("unknown", "not_met", Turn.DECIDED),
        ("met", "unknown", Turn.OPEN),
        ("met", "not_applicable", Turn.OTHER),
        (LEFT_OUT, "met", Turn.OTHER),
    ],
)
def test_which_way_an_item_turned(before, after, way):
    assert turn(Mark(before, ""), Mark(after, "")) is way


def test_another_level_of_the_same_standing_is_a_change_without_a_direction():
    changed = turn(Mark("partly", "Some", "1"), Mark("partly", "More", "2"))

    assert changed is Turn.OTHER
    assert changed.label == "Changed"


@pytest.mark.django_db
def test_the_balance_between_assessments(organisation, coordinator):
    first = judged(organisation, coordinator, "One", A1_1="not-met", A1_2="met", A2_1="met")
    second = judged(
        organisation, coordinator, "One", practice=first.practice, A1_1="met", A1_2="partly", B1_1="met"
    )

    comparison = compare([portrait_of(first), portrait_of(second)])

    assert list(balances(comparison)) == [Balance(better=1, worse=1, decided=1, open=1)]
    assert [step.turn for step in course_of(comparison.items[0]).steps] == [Turn.SAME, Turn.BETTER]
