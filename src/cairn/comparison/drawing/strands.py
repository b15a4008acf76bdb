"""Strands: per criterion, the share of the decided items that are met, assessment after assessment, as columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from cairn.common.drawing import PAGE, Palette
from cairn.common.drawing.svg import element, picture, short, titled, words
from cairn.comparison.drawing.bidi import named, spoken

WIDE, STEP = 52.0, 108.0
"""Of one column, and from column to column."""
HIGH, ROW = 64.0, 132.0
"""Of a full column, and from strand to strand."""


@dataclass(frozen=True, slots=True)
class Point:
    met: int
    decided: int
    """Nothing decided is drawn as a dashed column, never as an empty one."""
    words: str
    """Both counts as they are said, such as "3 of 5"."""
    when: str


@dataclass(frozen=True, slots=True)
class Strand:
    label: str
    points: Sequence[Point]


def strands(
    lines: Sequence[Strand],
    *,
    key: str,
    title: str,
    desc: str,
    palette: Palette = PAGE,
    rtl: bool = False,
) -> SafeString:
    """Time runs as one reads: to the right, or to the left."""
    wide = max([len(line.points) * STEP for line in lines] + [4 * STEP])
    shapes: list[str] = []
    for row, line in enumerate(lines):
        y = row * ROW
        at = (wide - 1, "end") if rtl else (1.0, "start")
        shapes.append(
            words(named(short(line.label, int(wide / 7))), (at[0], y + 13), 13, at[1], palette.paint("label"))
        )
        for order, point in enumerate(line.points):
            x = order * STEP + (STEP - WIDE) / 2
            shapes += _column(point, wide - x - WIDE if rtl else x, y + 22, palette, rtl=rtl)
    return picture(*shapes, size=(wide, max(len(lines), 1) * ROW - 8), key=key, title=title, desc=desc)


def _column(point: Point, x: float, y: float, palette: Palette, *, rtl: bool) -> list[str]:
    box: dict[str, str | float] = {"x": x, "width": WIDE}
    track = {**box, "y": y, "height": HIGH, "stroke-width": 1, **palette.paint("track")}
    middle = x + WIDE / 2
    said = [
        words(spoken(point.words, rtl=rtl), (middle, y + HIGH + 15), 12, "middle", palette.paint("label")),
        words(spoken(point.when, rtl=rtl), (middle, y + HIGH + 30), 11, "middle", palette.paint("soft")),
    ]
    if not point.decided:
        shapes = [element("rect", {**track, "stroke-dasharray": "5 4"})]
    else:
        long = HIGH * point.met / point.decided
        filled = {**box, "y": y + HIGH - long, "height": long}
        shapes = [element("rect", track), element("rect", {**filled, **palette.paint("bar")})]
    return [element("g", {}, titled(f"{point.when}: {point.words}"), *shapes), *said]
