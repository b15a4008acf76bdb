from datetime import date
from decimal import Decimal

import pytest

from cairn.participants.counting import Share
from cairn.progress.figures import telling


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (Share(0, 0), "not known"),
        (Share(3, 7), "3 of 7"),
        (Share(24, 33), "73 % (24 of 33)"),
    ],
)
def test_a_share(found, words):
    assert telling.share(found).words == words


@pytest.mark.parametrize(
    ("number", "words"), [(None, "not known"), (3, "fewer than 5"), (0, "0"), (1200, "1,200")]
)
def test_people(number, words):
    assert telling.people(number).words == words


@pytest.mark.parametrize(
    ("number", "words"), [(None, "not known"), (3, "fewer than 5"), (23, "20 or some more")]
)
def test_rounded(number, words):
    assert telling.rounded(number).words == words


def test_numbers_days_and_money():
    assert telling.count(Decimal("2.5")).words == "2.5"
    assert telling.count(None).number is None
    assert telling.amount(None, "EUR").words == "not known"
    assert telling.day(None).words == "not known"
    assert telling.day(date(2025, 1, 2)).words == "Jan. 2, 2025"
    assert telling.short(None) is None
    assert telling.exact(None) is None
