from decimal import Decimal

from django.utils import translation

from cairn.money.currencies import choices, fits, places, rounded, shown


def test_an_amount_has_the_decimals_of_its_currency():
    assert [places(code) for code in ("EUR", "XOF", "TND")] == [2, 0, 3]
    assert fits(Decimal("1.50"), "EUR")
    assert not fits(Decimal("1.505"), "EUR")
    assert fits(Decimal("1.505"), "TND")


def test_a_half_is_rounded_away_from_zero():
    assert rounded(Decimal("0.125"), "EUR") == Decimal("0.13")
    assert rounded(Decimal("-0.125"), "EUR") == Decimal("-0.13")


def test_amounts_are_written_as_the_reader_writes_numbers():
    with translation.override("en"):
        assert shown(Decimal("1234.5"), "EUR") == "1,234.50 EUR"
        assert shown(None, "EUR") == "–"
    with translation.override("fr"):
        assert shown(Decimal("1234.5"), "EUR").replace("\u202f", " ").replace("\xa0", " ") == "1 234,50 EUR"


def test_the_likeliest_currency_stands_first():
    assert choices("ETB")[:2] == [("ETB", "ETB"), ("AED", "AED")]
