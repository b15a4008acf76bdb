"""Tables of a report in templates."""

from django import template
from django.utils import translation
from django.utils.safestring import SafeString

from cairn.progress.shape import Part, Table, said

register = template.Library()


@register.filter
def lines(table: Table) -> list[list[str]]:
    """In the reader's way of writing numbers; a dash where nothing is known."""
    return [[said(cell) for cell in row] for row in table.rows]


@register.simple_tag
def drawn(part: Part, table: Table, language: str) -> list[tuple[str, SafeString | None]]:
    """The charts of a table, each with its title, in the report's language and direction."""
    with translation.override(language):
        rtl = translation.get_language_bidi()
        return [
            (chart.title, chart.drawn(key=f"{part.key}-{table.key}-{place}", rtl=rtl))
            for place, chart in enumerate(table.charts)
        ]
