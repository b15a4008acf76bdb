"""Charts of a report for its files: colours instead of classes, and words for whoever does not see them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.utils.safestring import SafeString
from django.utils.translation import get_language_bidi

from cairn.common.drawing import PRINT
from cairn.reports.wording import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cairn.charts import Chart
    from cairn.progress.shape import Table


class Drawn(NamedTuple):
    title: str
    alt: str
    """What it shows, and every value in words."""
    picture: SafeString
    """SVG."""


def drawn(table: Table) -> list[Drawn]:
    """The charts of a table, in the language of the moment and mirrored where it runs from the right."""
    return [
        Drawn(clean(chart.title), clean(". ".join(_said(chart))), picture)
        for chart in table.charts
        if (picture := chart.drawn(key="chart", palette=PRINT, rtl=get_language_bidi()))
    ]


def _said(chart: Chart) -> Iterator[str]:
    yield chart.title
    yield chart.desc.rstrip(".")
    for series in chart.series:
        yield from (dot.words for dot in series.dots)
    yield from (mark.words for mark in chart.marks)
    yield from (column.words for column in chart.columns)
