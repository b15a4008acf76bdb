"""Where things are drawn: from days and values to places, mirrored where the reader reads from the right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cairn.common.drawing.palette import Palette
from cairn.common.drawing.svg import element, number, words

WIDE, HIGH = 480.0, 240.0
LEFT, RIGHT, TOP, BOTTOM = 66.0, 414.0, 22.0, 192.0
"""The inner part. Room for words at either side, so that it can be mirrored."""
RIGHT_TO_LEFT, END = "\u2067", "\u2069"
SMALL = 13.0

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
        return RIGHT - share * (RIGHT - LEFT) if self.rtl else LEFT + share * (RIGHT - LEFT)

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
            shapes.append(self.line([(LEFT, y), (RIGHT, y)], "arc-track", 0.5))
            before = RIGHT + 8 if self.rtl else LEFT - 8
            shapes.append(self.said(label, (before, y + 4), "end"))
        return shapes


def points(places: Iterable[Place]) -> str:
    return " ".join(f"{number(x)},{number(y)}" for x, y in places)
