"""Amounts as the reader's language writes them."""

from decimal import Decimal

from django import template
from django.utils.formats import number_format

from cairn.money import currencies

register = template.Library()


@register.filter
def money(amount: Decimal | None, currency: str) -> str:
    """With the currency's code."""
    return currencies.shown(amount, currency)


@register.filter
def plain(amount: Decimal | None, currency: str) -> str:
    """The number alone, for tables whose head names the currency."""
    return "–" if amount is None else currencies.plain(amount, currency)


@register.filter
def rate(value: Decimal) -> str:
    """With as many decimals as it has."""
    return number_format(f"{value.normalize():f}")
