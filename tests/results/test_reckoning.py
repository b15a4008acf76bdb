"""Tables that a coordinator can read: what should have been reached by a day, and how far one is."""

from datetime import date
from decimal import Decimal

import pytest

from cairn.results.reckoning import Line, variance

YEAR = (date(2025, 1, 1), date(2025, 12, 31))


def line(begin, end, **more):
    begin = None if begin is None else Decimal(begin)
    return Line(begin=begin, starts_on=YEAR[0], end=Decimal(end), due_on=YEAR[1], **more)


@pytest.mark.parametrize(
    ("begin", "end", "day", "expected"),
    [
        (0, 73, date(2024, 12, 31), None),  # nothing before the first day
        (0, 73, date(2025, 1, 5), "1.0"),  # five days of 365
        (0, 73, date(2025, 12, 30), "72.8"),
        (0, 73, date(2025, 12, 31), "73"),
        (0, 73, date(2027, 1, 1), "73"),  # and no more afterwards
        (40, 60, date(2025, 7, 2), "50.0"),  # 183 of 365 days
        (60, 40, date(2025, 7, 2), "50.0"),
        (None, 60, date(2025, 7, 2), None),  # unknown is not zero
        (None, 60, date(2025, 12, 31), "60"),
    ],
)
def test_what_is_expected(begin, end, day, expected):
    assert line(begin, end).expected(day) == (None if expected is None else Decimal(expected))


def test_between_no_and_yes_there_is_nothing():
    assert line(0, 1, at_once=True).expected(date(2025, 11, 1)) is None
    assert line(0, 1, at_once=True).expected(YEAR[1]) == 1


@pytest.mark.parametrize(
    ("begin", "end", "less", "actual", "day", "way", "status"),
    [
        (0, 100, False, 100, "2025-07-02", "199.6", "reached"),
        (0, 100, False, 46, "2025-07-02", "91.8", "on_track"),
        (0, 100, False, 45, "2025-07-02", "89.8", "behind"),
        (0, 100, False, 95, "2025-12-31", "95.0", "on_track"),
        (40, 60, False, 40, "2025-07-02", "0.0", "behind"),  # has not moved
        (60, 40, True, 51, "2025-07-02", "90.0", "on_track"),
        (60, 40, True, 70, "2025-07-02", "-100.0", "behind"),
        (0, 10, True, 3, "2025-07-02", "100", "on_track"),  # a ceiling: incidents
        (0, 10, True, 8, "2025-07-02", "0", "behind"),
        (0, 10, True, 9, "2025-12-31", "100", "reached"),
        (None, 60, False, 50, "2025-07-02", None, "not_yet"),
        (None, 60, False, 50, "2025-12-31", "0", "behind"),
        (None, 60, False, 61, "2025-07-02", None, "reached"),
        (60, 60, False, 50, "2025-12-31", "0", "behind"),
    ],
)
def test_how_far_one_is(begin, end, less, actual, day, way, status):
    towards, day = line(begin, end, downwards=less), date.fromisoformat(day)

    assert towards.way(Decimal(actual), day) == (None if way is None else Decimal(way))
    assert towards.status(Decimal(actual), day) == status


@pytest.mark.parametrize(
    ("actual", "expected", "value", "percent", "notable"),
    [
        ("12", "10", "2", "20.0", False),
        ("7.9", "10", "-2.1", "-21.0", True),
        ("3", "0", "3", None, False),
    ],
)
def test_variance(actual, expected, value, percent, notable):
    found = variance(Decimal(actual), Decimal(expected))

    assert (found.value, found.percent, found.notable) == (
        Decimal(value),
        None if percent is None else Decimal(percent),
        notable,
    )
