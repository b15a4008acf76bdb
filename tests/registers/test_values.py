from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest
from django.core.exceptions import ValidationError

from cairn.registers.shape import TEAM, Field, Sort
from cairn.registers.values import kept, typed

CHOICES = (("a", "A"), ("b", "B"))
ONE, TWO = UUID(int=1), UUID(int=2)


def field(sort, **more):
    return Field("it", "It", sort, TEAM, **more)


@pytest.mark.parametrize(
    ("sort", "said", "back"),
    [
        (Sort.TEXT, "  some words ", "some words"),
        (Sort.TEXT, "   ", None),
        (Sort.DATE, "2026-03-31", date(2026, 3, 31)),
        (Sort.WHOLE, 0, 0),
        (Sort.WHOLE, "12", 12),
        (Sort.DECIMAL, "12.50", Decimal("12.50")),
        (Sort.YESNO, False, False),
        (Sort.YESNO, None, None),
        (Sort.CHOICE, "a", "a"),
        (Sort.CHOICES, ["b", "a"], ("b", "a")),
        (Sort.CHOICES, [], ()),
        (Sort.LANGUAGES, ["ti", "fr-BE"], ("ti", "fr-BE")),
        (Sort.URL, "https://example.org", "https://example.org"),
        (Sort.PERSON, "4", 4),
        (Sort.LINK, [ONE], (ONE,)),
        (Sort.LINKS, [TWO, ONE], (ONE, TWO)),
    ],
)
def test_what_is_said_comes_back_in_its_type(sort, said, back):
    it = field(sort, choices=CHOICES)

    assert typed(it, kept(it, said)) == back


@pytest.mark.parametrize(
    ("sort", "said"),
    [
        (Sort.TEXT, "x" * 301),
        (Sort.DATE, "31.3.2026"),
        (Sort.WHOLE, "1.5"),
        (Sort.WHOLE, -1),
        (Sort.WHOLE, "many"),
        (Sort.DECIMAL, "NaN"),
        (Sort.DECIMAL, 10**10),
        (Sort.YESNO, "perhaps"),
        (Sort.CHOICE, "c"),
        (Sort.CHOICES, ["a", "c"]),
        (Sort.LANGUAGES, ["what is it"]),
        (Sort.URL, "javascript:alert(1)"),
        (Sort.LINK, [ONE, TWO]),
        (Sort.LINKS, ["x"]),
    ],
)
def test_what_cannot_be_is_refused_in_words(sort, said):
    with pytest.raises(ValidationError) as refused:
        kept(field(sort, choices=CHOICES), said)

    assert refused.value.messages[0].endswith(".") or "Not on the list" in refused.value.messages[0]


def test_what_is_required_is_not_left_out():
    with pytest.raises(ValidationError, match="has to be filled in"):
        kept(field(Sort.LINKS, required=True), [])
