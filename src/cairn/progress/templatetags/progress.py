"""Cells of a report's tables in templates."""

from django import template

from cairn.progress.shape import Cell
from cairn.progress.shape import said as in_words

register = template.Library()


@register.filter
def said(cell: Cell) -> str:
    """In the reader's way of writing numbers; a dash where nothing is known."""
    return in_words(cell)
