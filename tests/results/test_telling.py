from decimal import Decimal

import pytest
from django.utils import translation

from cairn.participants.counting import Share
from cairn.results.models import Indicator, Measurement
from cairn.results.reckoning import cells_of, hidden_in, plain, said, summed, told

PEOPLE = Indicator(measure="number", unit="people", counts_people=True)
HOURS = Indicator(measure="number", unit="hours")
PERCENT = Indicator(measure="percent")


@pytest.mark.parametrize(
    ("indicator", "value", "words"),
    [
        (HOURS, "1200.500", "1200.5 hours"),
        (HOURS, "100.000", "100 hours"),
        (PERCENT, "66.7", "66.7 %"),
        (Indicator(measure="yes_no"), "1", "yes"),
        (Indicator(measure="yes_no"), "0", "no"),
        (Indicator(measure="scale", scale_top=5), "3.40", "3.4 of 5"),
    ],
)
def test_in_words(indicator, value, words):
    assert said(indicator, Decimal(value)) == words


def test_numbers_speak_the_readers_language():
    with translation.override("fr"):
        assert plain(Decimal("2.50")) == "2,5"


@pytest.mark.parametrize(
    ("indicator", "value", "share", "openly", "value_told", "words"),
    [
        (PEOPLE, None, None, False, None, "not known"),
        (PEOPLE, 3, None, False, None, "fewer than 5"),
        (PEOPLE, 3, None, True, 3, "3 people"),
        (PEOPLE, 0, None, False, 0, "0 people"),
        (PEOPLE, 5, None, False, 5, "5 people"),
        (HOURS, 3, None, False, 3, "3 hours"),
        (PERCENT, 75, Share(6, 8), True, None, "6 of 8"),
        (PERCENT, 75, Share(6, 8), False, None, "too few to tell"),
        (PERCENT, 50, Share(10, 20), False, 50, "50 %"),
        (PERCENT, 90, Share(18, 20), False, None, "too few to tell"),
        (PERCENT, 90, Share(18, 20), True, 90, "90 %"),
    ],
)
def test_small_counts_are_kept_from_those_who_do_not_work_with_the_people(
    indicator, value, share, openly, value_told, words
):
    found = told(indicator, value if value is None else Decimal(value), openly=openly, share=share)

    assert (found.value, found.words) == (value_told, words)


@pytest.mark.parametrize(
    ("values", "told_sum"),
    [([6, 7], 13), ([6, 2], None), ([6, 2, 1], None), ([6, 2, 3], 11), ([2], None), ([0, 8], 8)],
)
def test_a_sum_does_not_give_a_hidden_value_away(values, told_sum):
    assert summed(PEOPLE, map(Decimal, values), openly=False).value == told_sum
    assert summed(PEOPLE, map(Decimal, values), openly=True).value == sum(values)


@pytest.mark.parametrize(
    ("counts", "hidden"),
    [
        ({"woman": 8, "man": 9}, set()),
        ({"woman": 8, "man": 2}, {"woman", "man"}),
        ({"woman": 8, "man": 2, "other": 1}, {"woman", "man", "other"}),
        ({"woman": 8, "man": 3, "other": 2}, {"man", "other"}),
        ({"woman": 8, "man": 2, "other": 6}, {"man", "other"}),
        ({"woman": 2}, {"woman"}),
        ({"woman": 9, "man": 0}, set()),
    ],
)
def test_no_category_can_be_worked_out_from_the_others(counts, hidden):
    assert hidden_in(counts) == hidden


def test_cells_in_the_order_of_their_categories():
    measured = Measurement(
        indicator=PEOPLE, value=Decimal(12), cells={"age": {"": 6, "18-24": 6}, "sex": {"man": 4, "woman": 8}}
    )

    openly = cells_of(measured, openly=True)
    closed = cells_of(measured, openly=False)
    measured.value = Decimal(3)

    assert [(dimension, [(cell.label, cell.words) for cell in cells]) for dimension, cells in openly] == [
        ("sex", [("woman", "8"), ("man", "4")]),
        ("age", [("18 to 24", "6"), ("not known", "6")]),
    ]
    assert [cell.count for cell in closed[0][1]] == [None, None]
    assert cells_of(measured, openly=False) == []
