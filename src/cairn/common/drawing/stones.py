"""The path of stones: one rounded mark per item, grouped by question.

Filled: met. Filled halfway: partly met. Hollow with a dash: not met. Dashed outline: not decided. A small dot: does not
apply.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from django.utils.safestring import SafeString

from cairn.common.drawing.palette import PAGE, Palette
from cairn.common.drawing.svg import element, number, picture, short, titled, words

WIDE, HIGH = 22.0, 15.0
"""Of one stone, in units of the drawing (pixels, points)."""
STEP, APART, DOWN = 26.5, 13.0, 22.0
"""From stone to stone, further between questions, and down to the next row."""
LABEL = 20.0
CORNERS = ((9.0, 12.0, 10.0, 11.0), (12.0, 8.0, 11.0, 9.0), (8.0, 11.0, 12.0, 8.0), (11.0, 10.0, 8.0, 12.0))
"""No two neighbours are quite alike: how far the corners reach, from the upper left clockwise."""


@dataclass(frozen=True, slots=True)
class Stone:
    standing: str
    """met, partly, not_met, not_applicable or unknown."""
    words: str = ""
    """Shown when one points at it: the standing in words and the item's text."""


@dataclass(frozen=True, slots=True)
class Line:
    """Stones under one heading, in groups (questions) that stay apart."""

    groups: tuple[tuple[Stone, ...], ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class _Place:
    x: float
    y: float
    corners: tuple[float, float, float, float]

    def whole(self) -> str:
        upper_left, upper_right, lower_right, lower_left = self.corners
        x, y, half = self.x, self.y, HIGH / 2
        return _path(
            *(
                "M",
                x,
                y + half,
                "A",
                upper_left,
                half,
                0,
                0,
                1,
                x + upper_left,
                y,
                "H",
                x + WIDE - upper_right,
            ),
            *("A", upper_right, half, 0, 0, 1, x + WIDE, y + half),
            *("A", lower_right, half, 0, 0, 1, x + WIDE - lower_right, y + HIGH, "H", x + lower_left),
            *("A", lower_left, half, 0, 0, 1, x, y + half, "Z"),
        )

    def lower_half(self) -> str:
        _, _, lower_right, lower_left = self.corners
        x, y, half = self.x, self.y, HIGH / 2
        return _path(
            *(
                "M",
                x,
                y + half,
                "H",
                x + WIDE,
                "A",
                lower_right,
                half,
                0,
                0,
                1,
                x + WIDE - lower_right,
                y + HIGH,
            ),
            *("H", x + lower_left, "A", lower_left, half, 0, 0, 1, x, y + half, "Z"),
        )


def _path(*steps: str | float) -> str:
    return " ".join(step if isinstance(step, str) else number(step) for step in steps)


def stones(
    lines: Sequence[Line],
    *,
    key: str,
    title: str,
    desc: str,
    palette: Palette = PAGE,
    rtl: bool = False,
    wide: float = 440,
) -> SafeString:
    """All lines below one another, at most `wide` units wide; a line that is longer goes on in the next row."""
    shapes: list[str] = []
    y = 2.0
    for line in lines:
        if line.label:
            at = (wide - 1, "end") if rtl else (1, "start")
            shapes.append(
                words(short(line.label, int(wide / 7.2)), (at[0], y + 12), 13, at[1], palette.paint("label"))
            )
            y += LABEL
        placed, y = _laid(line, y, wide)
        for stone, place in placed:
            mirrored = _Place(wide - place.x - WIDE, place.y, place.corners) if rtl else place
            shapes.append(_drawn(stone, mirrored, palette))
        y += DOWN + (6 if line.label else 0)
    return picture(*shapes, size=(wide, max(y, DOWN)), key=key, title=title, desc=desc)


def _laid(line: Line, y: float, wide: float) -> tuple[list[tuple[Stone, _Place]], float]:
    """Where each stone lies, and the row in which the line ends."""
    placed, x, order = [], 1.0, count()
    for group in line.groups:
        reach = len(group) * STEP
        if x > 1 and x + reach > wide:
            x, y = 1.0, y + DOWN
        for stone in group:
            if x + WIDE + 1 > wide:
                x, y = 1.0, y + DOWN
            placed.append((stone, _Place(x, y, CORNERS[next(order) % len(CORNERS)])))
            x += STEP
        x += APART
    return placed, y


def _drawn(stone: Stone, place: _Place, palette: Palette) -> str:
    thick: dict[str, str | float] = {"stroke-width": 1.8}
    middle = (place.x + WIDE / 2, place.y + HIGH / 2)
    rim = {**thick, "d": place.whole()}
    if stone.standing == "met":
        shapes = [element("path", {**rim, **palette.paint("met")})]
    elif stone.standing == "partly":
        shapes = [
            element("path", {**rim, **palette.paint("rim partly")}),
            element("path", {**thick, "d": place.lower_half(), **palette.paint("partly")}),
        ]
    elif stone.standing == "not_met":
        dash = _path("M", middle[0] - 4, middle[1], "H", middle[0] + 4)
        shapes = [
            element("path", {**rim, **palette.paint("rim not_met")}),
            element("path", {**thick, "d": dash, "stroke-linecap": "round", **palette.paint("dash not_met")}),
        ]
    elif stone.standing == "not_applicable":
        dot = palette.paint("dot not_applicable")
        shapes = [element("circle", {"cx": middle[0], "cy": middle[1], "r": 3.5, **dot})]
    else:
        shapes = [element("path", {**rim, "stroke-dasharray": "3.5 3", **palette.paint("rim unknown")})]
    return element("g", {}, titled(stone.words), *shapes)
