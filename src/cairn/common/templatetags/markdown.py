"""`{% load markdown %}`: `text|markdown` as clean HTML, `text|plain` as words alone."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from cairn.common.markdown import to_html, to_plain

register = template.Library()


@register.filter
def markdown(text: str) -> SafeString:
    return mark_safe(to_html(text))  # noqa: S308  # cleaned by nh3 just now


@register.filter
def plain(text: str) -> str:
    return to_plain(text)
