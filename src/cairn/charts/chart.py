"""A chart as plain values, which can be kept and drawn again: for a page, or in colours for a document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from cairn.charts.columns import Column, columns
from cairn.charts.course import Mark, Series, Way, course
from cairn.common.drawing.palette import PAGE, Palette


@dataclass(frozen=True, slots=True)
class Chart:
    """Columns where there are any, else a course through time."""

    title: str
    desc: str
    scale: Sequence[tuple[float, str]]
    """The values with a line across and how they are said."""
    top: float = 1
    """The largest value that fits a course."""
    series: Sequence[Series] = ()
    ways: Sequence[Way] = ()
    marks: Sequence[Mark] = ()
    columns: Sequence[Column] = ()

    def drawn(self, *, key: str, palette: Palette = PAGE, rtl: bool = False) -> SafeString | None:
        """As SVG, with the days in the language of the moment; None without anything to draw."""
        if self.columns:
            return columns(
                self.columns,
                scale=self.scale,
                key=key,
                title=self.title,
                desc=self.desc,
                palette=palette,
                rtl=rtl,
            )
        return course(
            self.series,
            top=self.top,
            scale=self.scale,
            key=key,
            title=self.title,
            desc=self.desc,
            ways=self.ways,
            marks=self.marks,
            palette=palette,
            rtl=rtl,
        )

    @property
    def empty(self) -> bool:
        return not (self.columns or self.ways or self.marks or any(one.dots for one in self.series))
