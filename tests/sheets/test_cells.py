from datetime import date, datetime
from decimal import Decimal

import pytest
from django.utils.translation import gettext_lazy, override

from cairn.sheets.cells import Unclear, reader_of, shown
from cairn.sheets.shape import Column, Kind


def read(kind, cell, **more):
    return reader_of(Column("x", "X", kind, **more))(cell)


@pytest.mark.parametrize("empty", [None, "", "  "])
def test_an_empty_cell_is_not_known(empty):
    assert read(Kind.WHOLE, empty) is None


@pytest.mark.parametrize(
    ("kind", "cell", "value"),
    [
        (Kind.TEXT, " words ", "words"),
        (Kind.TEXT, 3.0, "3"),
        (Kind.TEXT, "'=SUM(A1)", "=SUM(A1)"),
        (Kind.TEXT, "'s Gravenhage", "'s Gravenhage"),
        (Kind.DATE, "2025-03-01", date(2025, 3, 1)),
        (Kind.DATE, "2025-03-01T00:00:00", date(2025, 3, 1)),
        (Kind.DATE, datetime(2025, 3, 1, 5), date(2025, 3, 1)),  # noqa: DTZ001  # as workbooks hold them
        (Kind.DATE, date(2025, 3, 1), date(2025, 3, 1)),
        (Kind.WHOLE, 3.0, 3),
        (Kind.WHOLE, "-2", -2),
        (Kind.DECIMAL, "1250.50", Decimal("1250.50")),
        (Kind.YES_NO, "Oui", True),
        (Kind.YES_NO, 0, False),
        (Kind.YES_NO, True, True),
    ],
)
def test_a_cell_is_understood(kind, cell, value):
    assert read(kind, cell) == value


@pytest.mark.parametrize(
    ("kind", "cell", "words"),
    [
        (Kind.TEXT, "x" * 5_001, "At most 5000"),
        (Kind.DATE, "3/4/2025", "year-month-day"),
        (Kind.DATE, "2025-02-30", "is no day"),
        (Kind.WHOLE, "2.5", "no whole number"),
        (Kind.WHOLE, True, "no whole number"),
        (Kind.WHOLE, "Infinity", "no whole number"),
        (Kind.DECIMAL, "1.250,50", "with a point"),
        (Kind.DECIMAL, "9" * 31, "no number"),
        (Kind.YES_NO, "perhaps", "neither yes nor no"),
    ],
)
def test_what_is_unclear_says_what_would_be_clear(kind, cell, words):
    with pytest.raises(Unclear, match=words):
        read(kind, cell)


def test_a_choice_is_understood_by_value_and_by_label_in_any_language():
    choices = [("18-24", "18 to 24"), ("back", gettext_lazy("Desk"))]
    with override("fr"):
        french = str(gettext_lazy("Desk"))

    assert read(Kind.CHOICE, "18 TO 24", choices=choices) == "18-24"
    assert read(Kind.CHOICE, french, choices=choices) == "back"
    with pytest.raises(Unclear, match="not on the list: 18 to 24, Desk"):
        read(Kind.CHOICE, "old" * 20, choices=choices)


def test_a_value_is_shown_in_words():
    column = Column("x", "X", Kind.CHOICE, choices=[("a", "First")])

    assert [shown(column, value) for value in ("a", "b", None)] == ["First", "b", None]
    plain = Column("x", "X")
    assert [shown(plain, value) for value in (True, False, Decimal("1.5"), 3, None)] == [
        "yes",
        "no",
        1.5,
        3,
        None,
    ]
