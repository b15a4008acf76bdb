"""Figures of many practices tell of nobody: neither one by one nor by their sum."""

from decimal import Decimal

import pytest

from cairn.analytics.telling import cell, together
from cairn.participants.counting import Share
from cairn.results.measures import Counted, all_measures
from cairn.results.measures.shape import percent

PEOPLE, SHARE, HOURS = (all_measures()[key] for key in ("people_new", "left_well_share", "session_hours"))


def some(count):
    return Counted(Decimal(count), 50)


def of(part, whole):
    return percent(Share(part, whole))


UNKNOWN = Counted(None, 0)


@pytest.mark.parametrize(
    ("measure", "counted", "words", "share"),
    [
        (PEOPLE, UNKNOWN, "not known", None),
        (PEOPLE, some(0), "0 people", None),
        (PEOPLE, some(4), "fewer than 5", None),
        (PEOPLE, some(5), "5 people", None),
        (HOURS, some(2), "2 hours", None),
        (SHARE, of(0, 0), "not known", Share(0, 0)),
        (SHARE, of(0, 8), "0 of 8", Share(0, 8)),
        (SHARE, of(2, 30), "too few to tell", None),
        (SHARE, of(28, 30), "too few to tell", None),
        (SHARE, of(10, 30), "33.3 %", Share(10, 30)),
    ],
)
def test_one_practice(measure, counted, words, share):
    told = cell(measure, counted)

    assert (told.told.words, told.share) == (words, share)


@pytest.mark.parametrize(
    ("measure", "each", "words"),
    [
        (PEOPLE, [UNKNOWN, UNKNOWN], "not known"),
        (PEOPLE, [some(10), some(20), UNKNOWN], "30 people"),
        (PEOPLE, [some(3), some(20)], "not shown"),
        (PEOPLE, [some(2), some(2), some(20)], "not shown"),
        (PEOPLE, [some(3), some(4), some(20)], "27 people"),
        (PEOPLE, [some(3)], "fewer than 5"),
        (HOURS, [some("1.5"), some("2.25")], "3.75 hours"),
        (SHARE, [of(10, 20), of(0, 0), of(5, 10)], "50 %"),
        (SHARE, [of(10, 20), of(2, 30)], "not shown"),
    ],
)
def test_all_together(measure, each, words):
    assert together(measure, each).told.words == words
