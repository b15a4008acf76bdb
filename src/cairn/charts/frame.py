"""Where things are drawn: from days and values to places, mirrored where the reader reads from the right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cairn.common.drawing.palette import Palette
from cairn.common.drawing.svg import element, number, words

WIDE, HIGH = 360.0, 220.0
TOP, BOTTOM = 18.0, 178.0
NEAR, FAR = 64.0, 16.0
"""Beside the inner part: room for the scale where the reader begins, and for half a dot where lines end."""
UNDER = BOTTOM + 26
"""Where words below it stand."""
RIGHT_TO_LEFT, END = "\u2067", "\u2069"
SMALL = 14.0

Place = tuple[float, float]
Attributes = dict[str, str | float]


@dataclass(frozen=True, slots=True)
class Frame:
    top: float
    """The value at the upper edge; 0 is at the lower one."""
    palette: Palette
    rtl: bool

    def x(self, share: float) -> float:
        """0 is where the reader begins, 1 where the line ends."""
        across = NEAR + share * (WIDE - NEAR - FAR)
        return WIDE - across if self.rtl else across

    def y(self, value: float) -> float:
        return BOTTOM - value / self.top * (BOTTOM - TOP)

    def said(self, text: str, at: Place, anchor: str = "start", role: str = "soft") -> str:
        """Words at a place; "start" is where the reader begins."""
        if self.rtl:
            anchor = {"start": "end", "end": "start"}.get(anchor, anchor)
            text = f"{RIGHT_TO_LEFT}{text}{END}"
        return words(text, at, SMALL, anchor, self.palette.paint(role))

    def line(self, places: Sequence[Place], role: str, width: float, dash: str = "") -> str:
        drawn: Attributes = {"points": points(places), "stroke-width": width, "stroke-linejoin": "round"}
        dashed: Attributes = {"stroke-dasharray": dash} if dash else {}
        return element("polyline", {**drawn, **dashed, **self.palette.paint(role)})

    def scale(self, labels: Iterable[tuple[float, str]]) -> list[str]:
        """A thin line across at each value, with its words before it."""
        shapes = []
        for value, label in labels:
            y = self.y(value)
            shapes.append(self.line([(self.x(0), y), (self.x(1), y)], "arc-track", 0.5))
            before = self.x(0) + (8 if self.rtl else -8)
            shapes.append(self.said(label, (before, y + 4), "end"))
        return shapes


def points(places: Iterable[Place]) -> str:
    return " ".join(f"{number(x)},{number(y)}" for x, y in places)
