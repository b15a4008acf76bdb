"""Numbers in templates."""

from decimal import Decimal

from django import template

from cairn.results.reckoning import telling

register = template.Library()


@register.filter
def plain(value: Decimal | str | None) -> str:
    """In the reader's language; a dash where nothing is known, which a template hands on as no words."""
    return telling.plain(value) if isinstance(value, Decimal) else "–"


@register.filter
def signed(value: Decimal) -> str:
    """With a plus where there is more."""
    return f"+{telling.plain(value)}" if value > 0 else telling.plain(value)
