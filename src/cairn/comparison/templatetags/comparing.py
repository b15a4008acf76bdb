"""`{% load comparing %}`: what belongs to which side, in its language, in words and as stones."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from cairn.common.languages import is_rtl
from cairn.comparison import pictures
from cairn.comparison.portfolio import Rate
from cairn.publications import showing
from cairn.publications.portrait import NodePortrait, Tally

register = template.Library()


@register.filter
def beside(values: Iterable[Any], sides: Sequence[Any]) -> list[tuple[Any, Any]]:
    """Each value with the side it belongs to."""
    return list(zip(values, sides, strict=True))


@register.filter
def spoken(language: str) -> SafeString:
    """Attributes of an element that holds words in this language."""
    return format_html('lang="{}" dir="{}"', language, "rtl" if is_rtl(language) else "ltr")


@register.filter
def said(rate: Rate) -> str:
    return pictures.said(rate)


@register.filter
def rate(tally: Tally) -> Rate:
    """Met and decided items of a tally."""
    return Rate(tally.met, tally.judged)


@register.simple_tag
def stones_of(node: NodePortrait, *names: Any) -> SafeString:
    """The criterion as stones; `names` make the drawing's key, unique on the page."""
    return showing.stones_of(node, key="-".join(["stones", *map(str, names)]))
