"""Attendance month by month: few are not told, nor what the sum of the months would give away."""

from datetime import date

from cairn.activities.drawing import attendance_chart, months_told
from cairn.participants.counting import Share

MONTHS = [date(2025, month, 1) for month in (1, 2, 3, 4)]


def told(*shares, openly=False):
    found = months_told(list(zip(MONTHS, shares, strict=False)), openly=openly)
    return [(month.came, month.noted) for month in found]


def test_few_who_came_or_did_not_are_not_told():
    assert told(Share(3, 20), Share(4, 30)) == [(None, 20), (None, 30)]
    assert told(Share(18, 20), Share(29, 30)) == [(18, None), (29, None)]
    assert told(Share(2, 3), Share(0, 4)) == [(None, None), (0, None)]
    assert told(Share(3, 20), openly=True) == [(3, 20)]


def test_one_hidden_month_takes_the_smallest_other_along():
    assert told(Share(3, 20), Share(12, 30), Share(9, 40)) == [(None, 20), (12, 30), (None, 40)]
    assert told(Share(6, 20), Share(20, 22), Share(20, 40)) == [(6, None), (20, None), (20, 40)]
    assert told(Share(3, 20)) == [(None, 20)]


def test_what_nobody_noted_is_not_nothing():
    (month,) = months_told([(MONTHS[0], Share(0, 0))], openly=False)

    assert (month.came, month.said(month.came)) == (None, "not noted")
    assert month.title == "January 2025"


def test_the_chart_says_each_month_in_words():
    chart = attendance_chart(months_told([(MONTHS[0], Share(8, 20)), (MONTHS[1], Share(3, 3))], openly=False))

    assert [column.words for column in chart.columns] == ["January 2025: not shown / not shown", "February 2025: not shown / not shown"]  # fmt: skip
    assert attendance_chart([]).empty
