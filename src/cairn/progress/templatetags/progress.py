"""Tables of a report in templates."""

from django import template

from cairn.progress.shape import Table, said

register = template.Library()


@register.filter
def lines(table: Table) -> list[list[str]]:
    """In the reader's way of writing numbers; a dash where nothing is known."""
    return [[said(cell) for cell in row] for row in table.rows]
