"""Columns side by side, from period to period: how many, of how many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from cairn.charts.frame import BOTTOM, HIGH, UNDER, WIDE, Frame
from cairn.common.drawing.palette import PAGE, Palette
from cairn.common.drawing.svg import element, picture, titled

WIDEST = 46.0
ROOM = 6
"""So many labels fit."""
APART = 0.68
"""Of its room a column takes so much."""


@dataclass(frozen=True, slots=True)
class Column:
    label: str
    """Below it; where there is no room for every label, those of the first and the last are written."""
    value: float | None
    """None where nothing is known, drawn as a dashed foot."""
    words: str
    """Shown when one points at it."""
    whole: float | None = None
    """Drawn behind it: out of how many."""


def columns(
    told: Sequence[Column],
    *,
    scale: Sequence[tuple[float, str]],
    key: str,
    title: str,
    desc: str,
    palette: Palette = PAGE,
    rtl: bool = False,
) -> SafeString | None:
    """`scale`: the values with a line across and how they are said. None without columns."""
    if not told:
        return None
    known = [value for one in told for value in (one.value, one.whole) if value is not None]
    frame = Frame(max([*known, *(value for value, _label in scale), 1]), palette, rtl)
    shapes = frame.scale(scale)
    every = -(-len(told) // ROOM)
    for place, one in enumerate(told):
        middle = frame.x((place + 0.5) / len(told))
        shapes.append(_column(one, middle, abs(frame.x(1 / len(told)) - frame.x(0)) * APART, frame))
        if place % every == 0:
            shapes.append(frame.said(one.label, (middle, UNDER), "middle"))
    return picture(*shapes, size=(WIDE, HIGH), key=key, title=title, desc=desc)


def _column(one: Column, middle: float, room: float, frame: Frame) -> str:
    wide = min(room, WIDEST)
    shapes = [titled(one.words)]
    for value, role in ((one.whole, "track"), (one.value, "bar")):
        if value:
            box = {
                "x": middle - wide / 2,
                "y": frame.y(value),
                "width": wide,
                "height": BOTTOM - frame.y(value),
            }
            shapes.append(element("rect", {**box, "rx": 4, "stroke-width": 1, **frame.palette.paint(role)}))
    if one.value is None:
        shapes.append(
            frame.line([(middle - wide / 2, BOTTOM), (middle + wide / 2, BOTTOM)], "arc-track", 3, "5 4")
        )
    return element("g", {}, *shapes)
