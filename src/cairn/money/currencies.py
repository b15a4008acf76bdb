"""Currencies by ISO 4217: three letters, and how many decimals an amount has."""

from decimal import ROUND_HALF_UP, Context, Decimal
from pathlib import Path

from django.utils.formats import number_format
from ruamel.yaml import YAML

FILE = Path(__file__).parent / "data" / "currencies.yaml"
PLACES: dict[str, int] = {
    code: places
    for places, codes in YAML(typ="safe").load(FILE.read_text()).items()
    for code in codes.split()
}
"""How many decimals amounts of each currency have."""
CODES = frozenset(PLACES)
LONG = Context(prec=60)
"""Room for whatever somebody types: what is too much to be kept is refused in words, not by arithmetic."""


def places(currency: str) -> int:
    """How many decimals amounts of this currency have; 2 of one that is unknown."""
    return PLACES.get(currency, 2)


def rounded(amount: Decimal, currency: str) -> Decimal:
    """To the currency's smallest unit; a half goes away from zero, as bookkeeping does."""
    return amount.quantize(Decimal(1).scaleb(-places(currency)), ROUND_HALF_UP, LONG)


def fits(amount: Decimal, currency: str) -> bool:
    """Whether the amount has no more decimals than its currency."""
    return amount == rounded(amount, currency)


def shown(amount: Decimal | None, currency: str) -> str:
    """As the reader's language writes numbers, with the code: "1,234.50 EUR"; a dash where nothing is known."""
    return "–" if amount is None else f"{plain(amount, currency)} {currency}"


def plain(amount: Decimal, currency: str) -> str:
    """The number alone, for tables whose head names the currency."""
    return number_format(rounded(amount, currency), places(currency), use_l10n=True, force_grouping=True)


def choices(first: str = "EUR") -> list[tuple[str, str]]:
    """For a select box, the likeliest on top."""
    return [(code, code) for code in [first, *sorted(CODES - {first})]]
