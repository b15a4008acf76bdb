"""Who left, beside who came and who stays: single wide ranges that tell of few people together are found."""

from datetime import date
from itertools import product

import pytest

from cairn.releases.leaving import Gone, Leaving, Of, tells_of_few

FIRST, SECOND = date(2025, 6, 30), date(2025, 12, 31)


def came(number, until=FIRST, since=None):
    return Gone("came", until, number, number, since)


def left(low, high=None, until=FIRST, since=None):
    return Gone("left", until, low, low if high is None else high, since)


def active(low, high=None, until=FIRST):
    return Gone("active", until, low, low if high is None else high)


@pytest.mark.parametrize(
    ("new", "earlier", "tells"),
    [
        ([came(20), left(0, 4)], [], False),
        ([came(20), active(15, 19)], [], False),
        ([came(20), left(0, 4), active(15, 19)], [], True),
        ([came(20), active(18)], [], True),
        ([came(20), left(17)], [], True),
        ([came(20), left(0), active(20)], [], False),
        ([left(9, until=SECOND)], [left(6)], True),
        ([left(12, until=SECOND)], [left(6)], False),
        ([left(5, 9, until=SECOND, since=FIRST), left(8, until=SECOND)], [], True),
        ([left(5)], [left(3)], True),
        ([left(9)], [left(20)], False),
        ([came(20)], [came(20), active(18)], False),
    ],
)
def test_what_tells_of_few(new, earlier, tells):
    assert tells_of_few(new, earlier) is tells


def test_whoever_knows_nothing_of_a_day_learns_nothing():
    assert Leaving([came(20)]).known(Of("left", None, SECOND)) is None


def test_the_ranges_are_those_of_trying_everything():
    """Against every way in which up to nine people could have come and left on two days."""
    told = [came(9, SECOND), active(3, 7, SECOND), left(1, 4, SECOND, FIRST), left(0, 3)]
    found = {}
    for a, b, c, d, e in product(range(10), repeat=5):
        # came and left first; came first, left second; came first, stays; came and left second; came second, stays
        if a + b + c + d + e != 9:
            continue
        numbers = {
            Of("left", None, FIRST): a,
            Of("left", None, SECOND): a + b + d,
            Of("left", FIRST, SECOND): b + d,
            Of("active", None, FIRST): b + c,
            Of("active", None, SECOND): c + e,
            Of("came", None, FIRST): a + b + c,
        }
        fits = 3 <= c + e <= 7 and 1 <= b + d <= 4 and a <= 3
        for of, number in numbers.items() if fits else ():
            low, high = found.get(of, (number, number))
            found[of] = (min(low, number), max(high, number))

    attack = Leaving(told)

    assert {of: attack.range_of(of) for of in found} == found
