"""Currencies by ISO 4217: three letters, and how many decimals an amount has."""

from decimal import ROUND_HALF_UP, Context, Decimal

from django.utils.formats import number_format

CODES = frozenset(
    [
        "AED",
        "AFN",
        "ALL",
        "AMD",
        "AOA",
        "ARS",
        "AUD",
        "AWG",
        "AZN",
        "BAM",
        "BBD",
        "BDT",
        "BGN",
        "BHD",
        "BIF",
        "BMD",
        "BND",
        "BOB",
        "BRL",
        "BSD",
        "BTN",
        "BWP",
        "BYN",
        "BZD",
        "CAD",
        "CDF",
        "CHF",
        "CLP",
        "CNY",
        "COP",
        "CRC",
        "CUP",
        "CVE",
        "CZK",
        "DJF",
        "DKK",
        "DOP",
        "DZD",
        "EGP",
        "ERN",
        "ETB",
        "EUR",
        "FJD",
        "FKP",
        "GBP",
        "GEL",
        "GHS",
        "GIP",
        "GMD",
        "GNF",
        "GTQ",
        "GYD",
        "HKD",
        "HNL",
        "HTG",
        "HUF",
        "IDR",
        "ILS",
        "INR",
        "IQD",
        "IRR",
        "ISK",
        "JMD",
        "JOD",
        "JPY",
        "KES",
        "KGS",
        "KHR",
        "KMF",
        "KPW",
        "KRW",
        "KWD",
        "KYD",
        "KZT",
        "LAK",
        "LBP",
        "LKR",
        "LRD",
        "LSL",
        "LYD",
        "MAD",
        "MDL",
        "MGA",
        "MKD",
        "MMK",
        "MNT",
        "MOP",
        "MRU",
        "MUR",
        "MVR",
        "MWK",
        "MXN",
        "MYR",
        "MZN",
        "NAD",
        "NGN",
        "NIO",
        "NOK",
        "NPR",
        "NZD",
        "OMR",
        "PAB",
        "PEN",
        "PGK",
        "PHP",
        "PKR",
        "PLN",
        "PYG",
        "QAR",
        "RON",
        "RSD",
        "RUB",
        "RWF",
        "SAR",
        "SBD",
        "SCR",
        "SDG",
        "SEK",
        "SGD",
        "SHP",
        "SLE",
        "SOS",
        "SRD",
        "SSP",
        "STN",
        "SVC",
        "SYP",
        "SZL",
        "THB",
        "TJS",
        "TMT",
        "TND",
        "TOP",
        "TRY",
        "TTD",
        "TWD",
        "TZS",
        "UAH",
        "UGX",
        "USD",
        "UYU",
        "UZS",
        "VES",
        "VND",
        "VUV",
        "WST",
        "XAF",
        "XCD",
        "XOF",
        "XPF",
        "YER",
        "ZAR",
        "ZMW",
    ]
)
_NONE = frozenset(
    [
        "BIF",
        "CLP",
        "DJF",
        "GNF",
        "ISK",
        "JPY",
        "KMF",
        "KRW",
        "PYG",
        "RWF",
        "UGX",
        "VND",
        "VUV",
        "XAF",
        "XOF",
        "XPF",
    ]
)
_THREE = frozenset(["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"])


LONG = Context(prec=60)
"""Room for whatever somebody types: what is too much to be kept is refused in words, not by arithmetic."""


def places(currency: str) -> int:
    """How many decimals amounts of this currency have: 2, with the exceptions of ISO 4217."""
    return 0 if currency in _NONE else 3 if currency in _THREE else 2


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
