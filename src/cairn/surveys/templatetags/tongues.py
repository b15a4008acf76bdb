"""Languages in the pages of forms: what they are called, and which way they are written."""

from django import template
from django.utils.translation import gettext as _

from cairn.common import languages
from cairn.surveys.writing.wording import UNSAID

register = template.Library()


@register.filter
def tongue(tag: str) -> str:
    """In the reader's language."""
    return _("Language not named") if tag == UNSAID else languages.language_name(tag)


@register.filter
def own_name(tag: str) -> str:
    """As its speakers call it."""
    return _("Language not named") if tag == UNSAID else languages.autonym(tag)


@register.filter
def direction(tag: str) -> str:
    return "rtl" if languages.is_rtl(tag) else "ltr"
