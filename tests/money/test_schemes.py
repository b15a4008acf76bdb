from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from cairn.money import schemes


def test_a_shipped_scheme_speaks_the_readers_language():
    with translation.override("fr"):
        assert schemes.headings("eu")[0].words == "Personnel"
        assert ("plain", "Simple : personnel, activités, fonctionnement") in schemes.choices()
    with translation.override("de"):
        assert schemes.headings("plain")[0].words == "Staff"
    assert schemes.headings("eu")[-1].flat_rate == Decimal(7)
    assert schemes.choices()[-1][0] == "own"


def test_own_categories_are_read_line_by_line():
    one, two, three = schemes.own_headings(["A: Staff", "E: Overheads 7,5%", "F: 100%"])

    assert (one.code, one.words, one.flat_rate) == ("A", "Staff", None)
    assert (two.words, two.flat_rate) == ("Overheads", Decimal("7.5"))
    assert (three.words, three.flat_rate) == ("100%", None)


@pytest.mark.parametrize("line", ["Staff", ": Staff", "A:", "much too long a code: Staff"])
def test_what_cannot_be_read_is_named_with_its_line(line):
    with pytest.raises(ValidationError, match="Line 2"):
        schemes.own_headings(["X: Things", line])


def test_a_code_is_there_once():
    with pytest.raises(ValidationError, match="Line 2"):
        schemes.own_headings(["A: Staff", "A: Others"])
